package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.ScenarioBlock;
import java.util.List;

/**
 * A margin model as data. With R the scenario risk: {@code MM = maintenance x R + add-ons} and
 * {@code IM = max(MM, initial x R + add-ons + initial add-ons)}.
 *
 * @param name of the model.
 * @param version of the model.
 * @param byExpiry whether sums are kept by expiry, which {@link #discounted} needs.
 * @param discounted blocks in which values are discounted by expiry and sign.
 * @param alwaysLoss blocks in which a move counts as a loss whatever its sign, by expiry where these are kept apart.
 * @param damped blocks of which shares count only, by {@link io.plimsoll.core.risk.RiskFrame#damping}.
 * @param risk R.
 * @param initial factor of R in the initial margin.
 * @param maintenance factor of R in the maintenance margin.
 * @param addOns in both margins.
 * @param initialAddOns in the initial margin only.
 */
public record MarginModel(
        String name,
        int version,
        boolean byExpiry,
        List<ScenarioBlock> discounted,
        List<ScenarioBlock> alwaysLoss,
        List<ScenarioBlock> damped,
        Charge risk,
        long initial,
        long maintenance,
        List<Charge> addOns,
        List<Charge> initialAddOns) {}
