package io.plimsoll.core.engine;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.fixed.Words;

/** A document of which parts are still to come. Each kind has one; another document of the kind takes its place. */
final class PartBuffer {
    private final DocumentKind kind;
    private final StateHash stateHash;
    private final Words words = new Words(64);
    private int id;
    private int version;
    private int total;
    private long rolling;

    PartBuffer(final DocumentKind kind, final StateHash stateHash) {
        this.kind = kind;
        this.stateHash = stateHash;
    }

    /** Offset at which the next part of a document must begin; 0 when it is another document. */
    int expected(final int ofId, final int ofVersion, final int ofTotal) {
        return ofId == id && ofVersion == version && ofTotal == total ? words.count() : 0;
    }

    /** The whole document as it would be with its last part; nothing is changed. */
    Words with(final Words last, final int offset) {
        final Words whole = new Words(offset + last.count());
        for (int i = 0; i < offset; i++) {
            whole.add(words.at(i));
        }
        whole.addAll(last);
        return whole;
    }

    void add(final int ofId, final int ofVersion, final int ofTotal, final int offset, final Words part) {
        final long before = hash();
        if (offset == 0) {
            words.clear();
            rolling = StateHash.start(HashKind.PART);
            id = ofId;
            version = ofVersion;
            total = ofTotal;
        }
        words.addAll(part);
        for (int i = 0; i < part.count(); i++) {
            rolling = StateHash.mix(rolling, part.at(i));
        }
        stateHash.replace(before, hash());
    }

    void clear() {
        stateHash.replace(hash(), 0);
        words.clear();
        total = 0;
    }

    long hash() {
        return words.count() == 0 ? 0 : StateHash.of(HashKind.PART, kind.code(), id, version, rolling);
    }
}
