package io.plimsoll.core.wire;

import io.plimsoll.sbe.DepositEncoder;
import io.plimsoll.sbe.InstrumentDelistEncoder;
import io.plimsoll.sbe.MarketResumeEncoder;
import io.plimsoll.sbe.ParameterChangeEncoder;
import io.plimsoll.sbe.TradingResumeEncoder;
import io.plimsoll.sbe.TradingStopEncoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Reads what every command frame has in the same place: template, source sequence, source. */
public final class CommandFrames {
    /** Bytes of the SBE message header. */
    public static final int HEADER_LENGTH = 8;

    /** Longest command frame, header included. */
    public static final int COMMAND_LENGTH_MAX = 1024;

    /** Shortest command frame: header, source sequence, source. */
    public static final int COMMAND_LENGTH_MIN = HEADER_LENGTH + 12;

    private CommandFrames() {}

    /**
     * Template id of a frame.
     *
     * @param frame buffer.
     * @param offset of the SBE header.
     * @return template id.
     */
    public static int templateId(final DirectBuffer frame, final int offset) {
        return frame.getShort(offset + 2, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    /**
     * Number that the source gave the command.
     *
     * @param frame buffer.
     * @param offset of the SBE header.
     * @return source sequence.
     */
    public static long sourceSequence(final DirectBuffer frame, final int offset) {
        return frame.getLong(offset + HEADER_LENGTH, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Sender of the command.
     *
     * @param frame buffer.
     * @param offset of the SBE header.
     * @return source id.
     */
    public static int source(final DirectBuffer frame, final int offset) {
        return frame.getInt(offset + HEADER_LENGTH + 8, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Whether a command changes definitions, parameters, markets or the kill switch; its completion leaves only once it is durable.
     *
     * @param templateId message id of a command.
     * @return true when it does.
     */
    public static boolean isAdministrative(final int templateId) {
        return templateId < DepositEncoder.TEMPLATE_ID
                || (templateId >= ParameterChangeEncoder.TEMPLATE_ID && templateId <= MarketResumeEncoder.TEMPLATE_ID)
                || templateId == InstrumentDelistEncoder.TEMPLATE_ID
                || templateId == TradingStopEncoder.TEMPLATE_ID
                || templateId == TradingResumeEncoder.TEMPLATE_ID;
    }
}
