package io.plimsoll.lab.live;

import io.plimsoll.core.account.MarginStatus;
import java.math.BigDecimal;

/**
 * A rung of the margin-call ladder, as far as an account is from it. In the margin currency.
 *
 * @param status which is entered.
 * @param below which margin equity; of {@link MarginStatus#BANKRUPT}, which net asset value.
 * @param distance what the account has above that; negative when it is below.
 */
public record Rung(MarginStatus status, BigDecimal below, BigDecimal distance) {}
