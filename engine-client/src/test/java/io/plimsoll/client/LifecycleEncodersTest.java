package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.CreditLineDecoder;
import io.plimsoll.sbe.DefineClaimDecoder;
import io.plimsoll.sbe.DefineFeeScheduleDecoder;
import io.plimsoll.sbe.DefineFundingDecoder;
import io.plimsoll.sbe.DefineHaircutsDecoder;
import io.plimsoll.sbe.FeeScheduleAssignDecoder;
import io.plimsoll.sbe.GroupTransferDecoder;
import io.plimsoll.sbe.InstrumentDelistDecoder;
import io.plimsoll.sbe.LedgerAccount;
import io.plimsoll.sbe.LedgerMoveDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.PremiumSampleDecoder;
import io.plimsoll.sbe.RedemptionRateDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifecycleEncodersTest {
    private static final int SOURCE = 7;
    private static final long NOW_NS = 1_000_000_000L;

    private final TestRecords says = new TestRecords();
    private final FakeLink link = new FakeLink();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private CommandSender sender;

    @BeforeEach
    void connect() {
        final Session session =
                new Session(ClientConfig.of("nowhere", SOURCE).withWindow(8), new ClientHandler() {}, fragments -> {
                    link.handler = fragments;
                    return link;
                });
        sender = new CommandSender(session, ClientConfig.of("nowhere", SOURCE));
        session.doWork(NOW_NS);
        session.doWork(NOW_NS);
        final int length = says.reply(link.request.clientToken(), ConnectResult.OK, 1, 0, 1);
        final UnsafeBuffer message = new UnsafeBuffer(new byte[length]);
        message.putBytes(0, says.buffer, 0, length);
        link.inbox.add(message);
        session.doWork(NOW_NS);
        link.sent.clear();
    }

    @Test
    void haircutsGoOutTierByTier() {
        final List<HaircutTier> tiers = List.of(new HaircutTier(0, 1, 2), new HaircutTier(3, 4, 5));

        assertThat(new ReferenceEncoders(sender).haircuts(7, 8, tiers)).isEqualTo(Result.SENT);
        assertThat(new ReferenceEncoders(sender).haircuts(7, 8, List.of())).isEqualTo(Result.INVALID);

        final DefineHaircutsDecoder sent = new DefineHaircutsDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(sent.asset()).isEqualTo(7);
        assertThat(sent.liabilityHaircutPpm()).isEqualTo(8);
        final List<HaircutTier> sentTiers = new ArrayList<>();
        sent.tiers()
                .forEach(tier ->
                        sentTiers.add(new HaircutTier(tier.fromValue(), tier.haircutPpm(), tier.initialHaircutPpm())));
        assertThat(sentTiers).isEqualTo(tiers);
        assertThat(link.sent).hasSize(1);
    }

    @Test
    void schedulesOfFeesGoOutAndWhoHasThem() {
        final ReferenceEncoders encoders = new ReferenceEncoders(sender);
        assertThat(encoders.feeSchedule(3, -1, 2)).isEqualTo(Result.SENT);
        assertThat(encoders.assignFees(8, 9, 3)).isEqualTo(Result.SENT);

        final DefineFeeScheduleDecoder schedule =
                new DefineFeeScheduleDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(schedule.schedule()).isEqualTo(3);
        assertThat(schedule.makerPpm()).isEqualTo(-1);
        assertThat(schedule.takerPpm()).isEqualTo(2);
        final FeeScheduleAssignDecoder assign =
                new FeeScheduleAssignDecoder().wrapAndApplyHeader(link.sent.get(1), 0, header);
        assertThat(assign.account()).isEqualTo(8);
        assertThat(assign.group()).isEqualTo(9);
        assertThat(assign.schedule()).isEqualTo(3);
    }

    @Test
    void creditAndMoneyOfTheHouseGoOut() {
        final ReferenceEncoders encoders = new ReferenceEncoders(sender);
        assertThat(encoders.creditLine(8, 28)).isEqualTo(Result.SENT);
        assertThat(encoders.moveLedger(3, LedgerAccount.FEES, LedgerAccount.HOUSE, 4))
                .isEqualTo(Result.SENT);
        assertThat(encoders.moveLedger(3, null, LedgerAccount.HOUSE, 4)).isEqualTo(Result.INVALID);
        assertThat(encoders.groupTransfer(8, 9, 3, 5)).isEqualTo(Result.SENT);

        final CreditLineDecoder credit = new CreditLineDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(credit.account()).isEqualTo(8);
        assertThat(credit.amount()).isEqualTo(28);
        final LedgerMoveDecoder move = new LedgerMoveDecoder().wrapAndApplyHeader(link.sent.get(1), 0, header);
        assertThat(move.asset()).isEqualTo(3);
        assertThat(move.amount()).isEqualTo(4);
        assertThat(move.fromLedger()).isEqualTo(LedgerAccount.FEES);
        assertThat(move.toLedger()).isEqualTo(LedgerAccount.HOUSE);
        final GroupTransferDecoder transfer =
                new GroupTransferDecoder().wrapAndApplyHeader(link.sent.get(2), 0, header);
        assertThat(transfer.fromAccount()).isEqualTo(8);
        assertThat(transfer.toAccount()).isEqualTo(9);
        assertThat(transfer.asset()).isEqualTo(3);
        assertThat(transfer.amount()).isEqualTo(5);
    }

    @Test
    void termsOfFundingGoOutFieldByField() {
        final FundingTerms terms = new FundingTerms(3, 11, 12, -13, -14, 15, 16, -17, 18, 19);

        assertThat(new ReferenceEncoders(sender).funding(terms)).isEqualTo(Result.SENT);

        final DefineFundingDecoder sent = new DefineFundingDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(sent.source()).isEqualTo(SOURCE);
        assertThat(new FundingTerms(
                        sent.instrument(),
                        sent.intervalNs(),
                        sent.periodNs(),
                        sent.interest(),
                        sent.clampLower(),
                        sent.clampUpper(),
                        sent.factor(),
                        sent.rateLower(),
                        sent.rateUpper(),
                        sent.marginFactorPpm()))
                .isEqualTo(terms);
        assertThat(new ReferenceEncoders(sender).funding(null)).isEqualTo(Result.INVALID);
    }

    @Test
    void aDelistingGoesOutWithItsPrice() {
        assertThat(new ControlEncoders(sender).delist(3, 19_000)).isEqualTo(Result.SENT);

        final InstrumentDelistDecoder sent =
                new InstrumentDelistDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(sent.instrument()).isEqualTo(3);
        assertThat(sent.price()).isEqualTo(19_000);
    }

    @Test
    void aClaimGoesOutWithItsStepAndThenWithItsRate() {
        assertThat(new ReferenceEncoders(sender).claim(3, 2, 1_000)).isEqualTo(Result.SENT);
        assertThat(new MoneyEncoders(sender).redemptionRate(3, 1_043_200_000_000_000L))
                .isEqualTo(Result.SENT);

        final DefineClaimDecoder claim = new DefineClaimDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(claim.asset()).isEqualTo(3);
        assertThat(claim.underlying()).isEqualTo(2);
        assertThat(claim.stepPpm()).isEqualTo(1_000);
        final RedemptionRateDecoder rate = new RedemptionRateDecoder().wrapAndApplyHeader(link.sent.get(1), 0, header);
        assertThat(rate.asset()).isEqualTo(3);
        assertThat(rate.rate()).isEqualTo(1_043_200_000_000_000L);
    }

    @Test
    void aPremiumGoesOutWithTheIndex() {
        assertThat(new MoneyEncoders(sender).premium(3, -125, 20_000)).isEqualTo(Result.SENT);

        final PremiumSampleDecoder sent = new PremiumSampleDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(sent.instrument()).isEqualTo(3);
        assertThat(sent.premium()).isEqualTo(-125);
        assertThat(sent.indexTicks()).isEqualTo(20_000);
    }
}
