package io.plimsoll.core.engine;

/**
 * The only way out of the engine. Called in the order things happen; for every command {@link #onCompleted} comes last and
 * once. Objects are the engine's own: read them, keep nothing.
 */
public interface RiskEvents {
    /** {@return where positions and status of accounts are told} */
    AccountEvents accounts();

    /** {@return where movements of money are told} */
    MoneyEvents money();

    /** {@return where orders are told} */
    OrderEvents orders();

    /** {@return where markets are told} */
    MarketEvents markets();

    /**
     * A command is done with.
     *
     * @param templateId message id of the command.
     * @param source sender.
     * @param sourceSequence number at the sender.
     * @param originalSequence sequence under which it was applied; another than the command's own for a repeat.
     * @param reason {@link RejectReason#NONE} when accepted.
     * @param detail figure that goes with the reason; 0: none.
     */
    void onCompleted(
            int templateId, int source, long sourceSequence, long originalSequence, RejectReason reason, long detail);

    /**
     * Something was defined.
     *
     * @param definition what it is.
     * @param id its id.
     */
    void onDefined(Definition definition, long id);

    /**
     * A parameter has a new value.
     *
     * @param parameter which.
     * @param scope asset or instrument; 0: the engine.
     * @param oldValue before.
     * @param value now.
     * @param author source that set it.
     */
    void onParameterInForce(ParameterId parameter, int scope, long oldValue, long value, int author);

    /**
     * Something an operator must look at.
     *
     * @param code what happened.
     * @param account id as the command named it.
     * @param instrument id as the command named it.
     * @param tradeId trade.
     * @param order order; 0: none.
     * @param lots concerned, signed by side.
     */
    void onAlarm(AlarmCode code, long account, int instrument, long tradeId, long order, long lots);

    /**
     * A document came in whole and is used from now on.
     *
     * @param kind what it is.
     * @param id its id.
     * @param version its version.
     * @param hash of its words.
     */
    void onDocumentInForce(DocumentKind kind, int id, int version, long hash);

    /**
     * The state hash at this command.
     *
     * @param stateHash hash of the whole state.
     * @param accounts accounts defined.
     * @param openPositions positions that are not flat.
     * @param openOrders orders that rest.
     */
    void onCheckpoint(long stateHash, long accounts, long openPositions, long openOrders);
}
