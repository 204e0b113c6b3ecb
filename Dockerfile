# Plimsoll with a Java runtime and nothing else:
#   docker build -t plimsoll .
#   docker run --rm --shm-size 1g -v plimsoll-data:/data plimsoll

FROM maven:3.9.11-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -q -B -ntp -DskipTests -pl engine-cli -am package \
    && mkdir -p /plimsoll/config \
    && cp -r plimsoll engine-cli/target/plimsoll.jar engine-cli/target/lib /plimsoll/ \
    && cp config/*.yaml config/*.schema.json /plimsoll/config/ \
    && cp -r config/scenarios config/models config/examples /plimsoll/config/ \
    && chmod -R a+rX /plimsoll

FROM eclipse-temurin:25-jre
# A fixed number, so that volumes and other containers can name the owner. Nobody but the owner looks into /data.
RUN groupadd --gid 10001 plimsoll \
    && useradd --uid 10001 --gid plimsoll --home-dir /data --no-create-home --shell /usr/sbin/nologin plimsoll \
    && install -d -m 700 -o plimsoll -g plimsoll /data
COPY --from=build /plimsoll /opt/plimsoll
ENV PATH=/opt/plimsoll:$PATH \
    PLIMSOLL_JOURNAL_FOLDER=/data/journal \
    PLIMSOLL_JAVA_OPTS=-XX:MaxRAMPercentage=50
USER 10001:10001
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
# Every command of the launcher runs under umask 077.
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s --retries=3 \
    CMD ["plimsoll", "stat", "--once"]
ENTRYPOINT ["plimsoll"]
CMD ["serve"]
