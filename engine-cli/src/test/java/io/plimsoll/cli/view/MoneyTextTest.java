package io.plimsoll.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.journal.RecordView;
import io.plimsoll.sbe.CreditLineChangedEncoder;
import io.plimsoll.sbe.CreditLineEncoder;
import io.plimsoll.sbe.DefineAssetEncoder;
import io.plimsoll.sbe.DefineClaimEncoder;
import io.plimsoll.sbe.DefineFeeScheduleEncoder;
import io.plimsoll.sbe.DefineHaircutsEncoder;
import io.plimsoll.sbe.Definition;
import io.plimsoll.sbe.DefinitionInForceEncoder;
import io.plimsoll.sbe.FeeScheduleAssignEncoder;
import io.plimsoll.sbe.FeeScheduleAssignedEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.GroupTransferEncoder;
import io.plimsoll.sbe.InterestPaidEncoder;
import io.plimsoll.sbe.LedgerAccount;
import io.plimsoll.sbe.LedgerMoveEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.RecordEnvelopeEncoder;
import io.plimsoll.sbe.RedemptionRateEncoder;
import io.plimsoll.sbe.WithdrawalLimitedEncoder;
import io.plimsoll.sbe.WithdrawalResult;
import io.plimsoll.sbe.WithdrawalSettleEncoder;
import io.plimsoll.sbe.WithdrawalSettledEncoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands and events about money, as operators read them: asset 1 is USDC, of six decimals. */
class MoneyTextTest {
    private static final int PAYLOAD = RecordEnvelopeEncoder.ENCODED_LENGTH;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final Definitions definitions = new Definitions();

    @BeforeEach
    void learnTheAsset() {
        new RecordEnvelopeEncoder().wrap(buffer, 0).source(4);
        new DefineAssetEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .asset(1)
                .symbol("USDC")
                .scale(6);
        definitions.learn(new RecordView().wrap(buffer, 0));
        new DefinitionInForceEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .definition(Definition.ASSET)
                .defined(1);
        definitions.learn(new RecordView().wrap(buffer, 0));
    }

    @Test
    void aFeeScheduleSaysItsRatesAndWhoHasIt() {
        new DefineFeeScheduleEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .schedule(2)
                .makerPpm(-50)
                .takerPpm(400);
        assertThat(command()).isEqualTo("fee schedule 2: maker -0.005 %, taker 0.04 %, by source 4");
        new FeeScheduleAssignEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .account(0)
                .group(9)
                .schedule(2);
        assertThat(command()).isEqualTo("fee schedule 2 for group 9 by source 4");
    }

    @Test
    void haircutsSayOfWhatAndByWhom() {
        new DefineHaircutsEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .asset(1)
                .tiersCount(0);
        assertThat(command()).isEqualTo("haircuts of USDC by source 4");
    }

    @Test
    void aClaimSaysOnWhatItIsAndARateWhatItRedeemsFor() {
        new DefineClaimEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .asset(3)
                .underlying(1)
                .stepPpm(1_000);
        assertThat(command()).isEqualTo("asset 3 a claim on USDC, step 0.1 %, by source 4");
        new RedemptionRateEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .asset(3)
                .rate(1_043_200_000_000_000L);
        assertThat(command()).isEqualTo("redemption rate of asset 3 1.0432");
    }

    @Test
    void creditAndMovesOfTheHouseSayHowMuchAndByWhom() {
        new CreditLineEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .account(7)
                .amount(250_000_000);
        assertThat(command()).isEqualTo("credit line of 250.000000 USD by source 4");
        new LedgerMoveEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .asset(1)
                .fromLedger(LedgerAccount.FEES)
                .toLedger(LedgerAccount.INSURANCE)
                .amount(1_500_000);
        assertThat(command()).isEqualTo("move of 1.500000 USDC from ledger FEES to INSURANCE by source 4");
        new GroupTransferEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .asset(1)
                .fromAccount(7)
                .toAccount(8)
                .amount(2_000_000);
        assertThat(command()).isEqualTo("transfer of 2.000000 USDC from account 7 to account 8 by source 4");
    }

    @Test
    void aWithdrawalIsPaidOrReturned() {
        final WithdrawalSettleEncoder settle = new WithdrawalSettleEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .withdrawal(12)
                .result(WithdrawalResult.PAID);
        assertThat(command()).isEqualTo("payment of withdrawal 12");
        settle.result(WithdrawalResult.RETURNED);
        assertThat(command()).isEqualTo("return of withdrawal 12");

        new WithdrawalSettledEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .asset(1)
                .amount(3_000_000)
                .withdrawal(12)
                .result(WithdrawalResult.RETURNED);
        assertThat(event()).isEqualTo("WITHDRAWAL_RETURNED: 3.000000 USDC, withdrawal 12");
    }

    @Test
    void interestSaysOnWhichDebt() {
        new InterestPaidEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .asset(1)
                .amount(125_000)
                .debt(500_000_000);
        assertThat(event()).isEqualTo("INTEREST_PAID: 0.125000 USDC on a debt of 500.000000 USDC");
    }

    @Test
    void anAccountSeesItsFeesAndItsCredit() {
        final FeeScheduleAssignedEncoder fees =
                new FeeScheduleAssignedEncoder().wrapAndApplyHeader(buffer, PAYLOAD, header);
        fees.schedule(2);
        assertThat(event()).isEqualTo("FEES_ASSIGNED: schedule 2");
        fees.schedule(0);
        assertThat(event()).isEqualTo("FEES_ASSIGNED: no schedule of its own");
        new CreditLineChangedEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .oldAmount(0)
                .amount(250_000_000);
        assertThat(event()).isEqualTo("CREDIT_LINE: 0.000000 to 250.000000 USD");
    }

    @Test
    void aWithdrawalBeyondALimitSaysWhatIsLeftAndWhenItWouldPass() {
        final WithdrawalLimitedEncoder limited = new WithdrawalLimitedEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .asset(1)
                .amount(5_000_000)
                .left(1_000_000)
                .dailyMax(10_000_000)
                .ofAll(Flag.YES)
                .fromNs(0);
        assertThat(event())
                .isEqualTo("WITHDRAWAL_LIMITED: 1.000000 USDC left of 10.000000 USDC in 24 hours for all accounts;"
                        + " 5.000000 USDC never");
        limited.ofAll(Flag.NO).fromNs(1_800_000_000_000_000_000L);
        assertThat(event()).endsWith(" in 24 hours; 5.000000 USDC from 2027-01-15T08:00:00Z");
    }

    private String command() {
        return new MoneyCommandText(definitions).of(new RecordView().wrap(buffer, 0));
    }

    private String event() {
        final AccountEventText.Text text = new MoneyEventText(definitions).of(new RecordView().wrap(buffer, 0));
        return text.what() + ": " + text.detail();
    }
}
