package io.plimsoll.core.instrument;

/**
 * What makes an instrument an option.
 *
 * @param side call or put.
 * @param strike price of one whole unit of the underlying in the quote currency, x 10^10.
 * @param style when the premium is paid.
 */
public record OptionTerms(OptionSide side, long strike, PremiumStyle style) {
    /** Not an option. */
    public static final OptionTerms NONE = new OptionTerms(OptionSide.NONE, 0, PremiumStyle.NONE);
}
