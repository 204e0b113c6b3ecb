package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class SessionBacklogTest {
    private static final int MESSAGES = 256;

    private final SessionBacklog backlog = new SessionBacklog(10);
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});

    @Test
    void packsRecordsIntoMessagesAndKeepsTheirOrder() {
        backlog.add(record, 0, 6, 1, 0);
        backlog.add(record, 0, 4, 1, 1);
        backlog.add(record, 0, 5, 2, 0);

        assertThat(backlog.first().length()).isEqualTo(10);
        assertThat(backlog.first().lastSequence()).isEqualTo(1);
        assertThat(backlog.first().lastIndex()).isEqualTo(1);
        backlog.removeFirst();
        assertThat(backlog.first().length()).isEqualTo(5);
        assertThat(backlog.first().firstSequence()).isEqualTo(2);
        backlog.removeFirst();
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void refusesWhatIsLongerThanAMessage() {
        assertThat(backlog.add(record, 0, 11, 1, 0)).isFalse();
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void isFullWithSoManyMessagesAndTakesMoreWhenOneLeft() {
        for (int i = 1; i <= MESSAGES; i++) {
            assertThat(backlog.add(record, 0, 10, i, 0)).isTrue();
        }
        assertThat(backlog.add(record, 0, 1, MESSAGES + 1, 0)).isFalse();

        backlog.removeFirst();
        assertThat(backlog.add(record, 0, 1, MESSAGES + 1, 0)).isTrue();

        for (int i = 2; i <= MESSAGES + 1; i++) {
            assertThat(backlog.first().firstSequence()).isEqualTo(i);
            backlog.removeFirst();
        }
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void forgetsEverythingWhenCleared() {
        backlog.add(record, 0, 10, 1, 0);
        backlog.add(record, 0, 10, 2, 0);
        backlog.clear();
        backlog.add(record, 0, 3, 9, 0);

        assertThat(backlog.first().firstSequence()).isEqualTo(9);
        assertThat(backlog.first().length()).isEqualTo(3);
    }
}
