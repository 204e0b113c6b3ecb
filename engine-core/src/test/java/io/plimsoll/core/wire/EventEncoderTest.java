package io.plimsoll.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.engine.DocumentKind;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Haircuts;
import io.plimsoll.core.instrument.Symbol;
import io.plimsoll.sbe.DocumentInForceDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.RowsReplacedDecoder;
import io.plimsoll.sbe.VolatilityFixedDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class EventEncoderTest {
    private final List<UnsafeBuffer> said = new ArrayList<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final EventEncoder encoder = new EventEncoder((index, flags, event, offset, length) -> {
        final UnsafeBuffer copy = new UnsafeBuffer(new byte[length]);
        copy.putBytes(0, event, offset, length);
        said.add(copy);
    });
    private final Asset bitcoin = new Asset(2, 0, new Symbol(0x435442, 0), 8, false, new Haircuts(0, 0, 0));

    @Test
    void aDocumentInForceBearsKindVersionAndHash() {
        encoder.onDocumentInForce(DocumentKind.MARGIN_MODEL, 1, 7, 0xCAFE_F00D_0BAD_5EEDL);

        final DocumentInForceDecoder event = new DocumentInForceDecoder().wrapAndApplyHeader(said.get(0), 0, header);
        assertThat(event.kind()).isEqualTo(io.plimsoll.sbe.DocumentKind.MARGIN_MODEL);
        assertThat(event.document()).isEqualTo(1);
        assertThat(event.documentVersion()).isEqualTo(7);
        assertThat(event.hash()).isEqualTo(0xCAFE_F00D_0BAD_5EEDL);
    }

    @Test
    void aFixedVolatilityBearsWhatWasUsedAndWhatIs() {
        encoder.markets().onVolatilityFixed(bitcoin, 31, 25, 28);

        final VolatilityFixedDecoder event = new VolatilityFixedDecoder().wrapAndApplyHeader(said.get(0), 0, header);
        assertThat(event.asset()).isEqualTo(2);
        assertThat(event.filtered()).isEqualTo(31);
        assertThat(event.before()).isEqualTo(25);
        assertThat(event.after()).isEqualTo(28);
    }

    @Test
    void replacedRowsBearTheirNumberAndHowManyThereAre() {
        encoder.markets().onRowsReplaced(bitcoin, 9, 950_000_000_000_000L, 676, 3);

        final RowsReplacedDecoder event = new RowsReplacedDecoder().wrapAndApplyHeader(said.get(0), 0, header);
        assertThat(event.asset()).isEqualTo(2);
        assertThat(event.revaluation()).isEqualTo(9);
        assertThat(event.indexPrice()).isEqualTo(950_000_000_000_000L);
        assertThat(event.priced()).isEqualTo(676);
        assertThat(event.unpriced()).isEqualTo(3);
    }
}
