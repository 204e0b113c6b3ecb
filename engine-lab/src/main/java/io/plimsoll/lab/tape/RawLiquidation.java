package io.plimsoll.lab.tape;

/** A row of the venue's own list of liquidations, amounts in millionths of a dollar. */
record RawLiquidation(long timeNs, String account, long notional, long accountValue, boolean isolated) {}
