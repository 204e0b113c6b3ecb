package io.plimsoll.core.account;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.FeeSchedule;
import io.plimsoll.core.instrument.Instrument;

/** A margin account: the risk silo. Its figures change only through {@link Accounts} and {@link Orders}. */
public final class Account {
    /** Id of the account that takes what cannot be booked where it belongs. */
    public static final long ERROR_ACCOUNT = 0;

    /** Id of the margin model of new accounts. */
    public static final int FIRST_MODEL = 1;

    private final long id;
    private final Group group;
    private final Account parent;
    private final Instrument only;
    private final Balances balances;
    private final Positions positions;
    private final StateHash stateHash;
    private MarginMode mode;
    private int model = FIRST_MODEL;
    private MarginStatus status = MarginStatus.NORMAL;
    private boolean stopped;
    private FeeSchedule feeSchedule;
    private long creditLine;
    private PhaseIn phaseIn = PhaseIn.NONE;
    private int firstOrder = Orders.NONE;
    private int orderCount;
    private int reduceOnlyCount;

    Account(final long id, final Group group, final MarginMode mode, final StateHash stateHash) {
        this(id, group, mode, null, null, stateHash);
    }

    private Account(
            final long id,
            final Group group,
            final MarginMode mode,
            final Account parent,
            final Instrument only,
            final StateHash stateHash) {
        this.id = id;
        this.group = group;
        this.mode = mode;
        this.parent = parent;
        this.only = only;
        this.balances = new Balances(id, stateHash);
        this.positions = new Positions(id, stateHash);
        this.stateHash = stateHash;
        stateHash.replace(0, ownHash(mode, status) + pocketHash());
    }

    /** A pocket of an account for one instrument. */
    static Account pocket(final long id, final Account parent, final Instrument only, final StateHash stateHash) {
        return new Account(id, parent.group(), MarginMode.ISOLATED, parent, only, stateHash);
    }

    /** {@return id of the account} */
    public long id() {
        return id;
    }

    /** {@return its owner} */
    public Group group() {
        return group;
    }

    /** {@return how its requirement is formed} */
    public MarginMode mode() {
        return mode;
    }

    void mode(final MarginMode newMode) {
        stateHash.replace(ownHash(mode, status), ownHash(newMode, status));
        mode = newMode;
    }

    /** {@return id of the margin model that it is margined by in portfolio mode} */
    public int model() {
        return model;
    }

    void model(final int newModel) {
        stateHash.replace(modelHash(), 0);
        model = newModel;
        stateHash.replace(0, modelHash());
    }

    private long modelHash() {
        return model == FIRST_MODEL ? 0 : StateHash.of(HashKind.MODEL, id, group.id(), model);
    }

    /** {@return the account that money of this pocket comes from and goes back to; null when this is no pocket} */
    public Account parent() {
        return parent;
    }

    /** {@return the only instrument that this pocket may have; null when this is no pocket} */
    public Instrument only() {
        return only;
    }

    /** {@return whether it is a pocket of another account} */
    public boolean isPocket() {
        return parent != null;
    }

    /**
     * Whether it may have positions and orders in an instrument.
     *
     * @param instrument the instrument.
     * @return false when this is a pocket for another one.
     */
    public boolean mayHave(final Instrument instrument) {
        return only == null || only == instrument;
    }

    /** {@return where it stands on the ladder} */
    public MarginStatus status() {
        return status;
    }

    /** Moves the account on the ladder. */
    void status(final MarginStatus newStatus) {
        stateHash.replace(ownHash(mode, status), ownHash(mode, newStatus));
        status = newStatus;
    }

    /** {@return whether it may have no orders, because its own trading or that of its group is stopped} */
    public boolean isTradingStopped() {
        return stopped || group.isTradingStopped();
    }

    /** {@return whether its own trading is stopped, whatever is the case with its group} */
    public boolean isStoppedItself() {
        return stopped;
    }

    /** {@return unsecured credit, millionths of the margin currency} */
    public long creditLine() {
        return creditLine;
    }

    void creditLine(final long newCreditLine) {
        stateHash.replace(creditHash(), 0);
        creditLine = newCreditLine;
        stateHash.replace(0, creditHash());
    }

    private long creditHash() {
        return creditLine == 0 ? 0 : StateHash.of(HashKind.CREDIT_LINE, id, creditLine);
    }

    /** {@return what it is spared of a raise of its maintenance margin} */
    public PhaseIn phaseIn() {
        return phaseIn;
    }

    void phaseIn(final PhaseIn newPhaseIn) {
        stateHash.replace(phaseIn.hash(id), newPhaseIn.hash(id));
        phaseIn = newPhaseIn;
    }

    /** {@return what its trades cost: its own schedule, else that of its group; null: nothing} */
    public FeeSchedule feeSchedule() {
        return feeSchedule == null ? group.feeSchedule() : feeSchedule;
    }

    void feeSchedule(final FeeSchedule newSchedule) {
        stateHash.replace(feeHash(), 0);
        feeSchedule = newSchedule;
        stateHash.replace(0, feeHash());
    }

    private long feeHash() {
        return feeSchedule == null ? 0 : StateHash.of(HashKind.FEE_ASSIGNMENT, id, group.id(), feeSchedule.id());
    }

    void stopped(final boolean newStopped) {
        stateHash.replace(stopHash(), 0);
        stopped = newStopped;
        stateHash.replace(0, stopHash());
    }

    /** {@return its balances} */
    public Balances balances() {
        return balances;
    }

    /** {@return its positions} */
    public Positions positions() {
        return positions;
    }

    /** {@return number of its resting orders} */
    public int orderCount() {
        return orderCount;
    }

    int firstOrder() {
        return firstOrder;
    }

    /** {@return how many of its resting orders may but reduce a position} */
    public int reduceOnlyCount() {
        return reduceOnlyCount;
    }

    void orders(final int first, final int number, final int ofThemReduceOnly) {
        firstOrder = first;
        orderCount = number;
        reduceOnlyCount = ofThemReduceOnly;
    }

    /** {@return hash of the account with balances and positions, without orders} */
    public long hash() {
        return ownHash(mode, status)
                + modelHash()
                + pocketHash()
                + stopHash()
                + balances.hash()
                + positions.hash()
                + feeHash()
                + creditHash()
                + phaseIn.hash(id);
    }

    private long stopHash() {
        return stopped ? StateHash.of(HashKind.TRADING_STOP, id, group.id()) : 0;
    }

    private long pocketHash() {
        return parent == null ? 0 : StateHash.of(HashKind.POCKET, id, parent.id(), only.id());
    }

    private long ownHash(final MarginMode in, final MarginStatus as) {
        return StateHash.of(HashKind.ACCOUNT, id, group.id(), in.code(), as.code());
    }
}
