package io.plimsoll.core.math;

import java.util.List;

/**
 * The difference of two neighbouring Mills ratios, D = Y(z - t) - Y(z + t), as a sum of positive terms. With
 * I<sub>n</sub>(z) the integral of u^n exp(-z u - u^2 / 2) over u &gt; 0, D = 2 (t I<sub>1</sub> + t^3 I<sub>3</sub> / 3! + t^5
 * I<sub>5</sub> / 5! + ...). Each J<sub>n</sub> = (z + 4)^(n+1) I<sub>n</sub> / n! is of order one and is a polynomial in v = (z - 4) / (z +
 * 4), as precise as its place in the sum asks; so the difference costs no digits, however small t.
 */
final class MillsDifference {
    /** Up to here t / (z + 4) may go; there the plain difference has lost less than a factor 8. */
    static final double LARGEST_STEP = 0.0625;

    private static final Polynomial SEVENTEENTH =
            new Polynomial(1673.3652442710702, 389.12741512478686, -2396.674452229812, 874.9309515925154);

    private static final Polynomial FIFTEENTH = new Polynomial(
            -275.1792244310059,
            -610.4608732696031,
            538.1496243682088,
            1751.7132549855764,
            -659.3451146427202,
            -2435.4787768493748,
            1215.3217308631602,
            1792.366904438433,
            -1901.7143297377884,
            537.8787306975029);

    private static final Polynomial THIRTEENTH = new Polynomial(
            -27.97866404660591,
            -79.40424280013625,
            41.73227156943323,
            307.12150216297186,
            58.642254250373405,
            -633.6355279838656,
            -256.25016332440566,
            1020.6944661587896,
            344.6215603454944,
            -1462.5060348950942,
            111.98404663698308,
            1497.7894208478674,
            -1266.5807180991244,
            342.5351644477726);

    private static final Polynomial ELEVENTH = new Polynomial(
            -2.0016832028305678,
            -0.5850925598461293,
            14.581275206671414,
            9.847567464312489,
            -45.18934635444472,
            -45.71832869586015,
            91.08101811235312,
            127.6997023569065,
            -155.80142623355408,
            -266.35235641769333,
            288.4016604737934,
            417.346709489016,
            -610.3880198143376,
            -287.7021730183561,
            1024.257220144211,
            -760.9941636084733,
            202.57095513432208);

    private static final Polynomial NINTH = new Polynomial(
            0.08826715678122841,
            0.31943192966318057,
            -0.03923205068406893,
            -1.5773661599185094,
            -1.3902894446375527,
            3.8140758531081755,
            6.6150998241581975,
            -5.84751850274486,
            -19.680003611871967,
            5.6164085610988215,
            48.62639868666534,
            -3.5560820324499613,
            -110.5743893969459,
            20.74078270305294,
            227.23567786728626,
            -160.39316594592376,
            -297.5611165440193,
            585.7906780147523,
            -407.6214880199247,
            110.39591285340848);

    private static final Polynomial SEVENTH = new Polynomial(
            -0.0027146475950525577,
            -0.012797471070154458,
            -0.00651585552104261,
            0.06213632189404358,
            0.10126594045720347,
            -0.12742576011868212,
            -0.4410579929196523,
            0.044975148858609995,
            1.3260306176347239,
            0.6791795223981881,
            -3.4359900612762666,
            -3.271849822177789,
            8.834826998420029,
            10.07897246666288,
            -25.07343410115275,
            -20.649860783669624,
            76.6203863698779,
            -6.206176587762599,
            -178.4288064373424,
            277.0463794578719,
            -191.07021226742253,
            54.93262702260524);

    private static final Polynomial FIFTH = new Polynomial(
            -3.5737360726065426e-05,
            -3.879565306627547e-05,
            0.0003515488606006851,
            0.0006207022488463807,
            -0.0012114109665773123,
            -0.0036746574988510044,
            0.0011640394311362534,
            0.013572577634550017,
            0.008034383385861517,
            -0.03772364031068558,
            -0.05576786969157839,
            0.08645797555607208,
            0.23766037492483227,
            -0.18068370019740482,
            -0.8689262768216224,
            0.4704816168640928,
            2.9930907632299517,
            -2.2885217937396,
            -9.303962900927548,
            14.957604528143028,
            15.12541794539997,
            -73.1458726174928,
            104.23008056051182,
            -75.90555538375376,
            24.66743805849083);

    private static final Polynomial THIRD = new Polynomial(
            -1.8538618107140529e-07,
            -2.0699011358030705e-06,
            -4.6423180623587575e-06,
            7.250505724531341e-06,
            3.806866977537129e-05,
            1.3150015305504064e-05,
            -0.00014603024733118145,
            -0.0002075186550037539,
            0.00034883944308986014,
            0.001120475851329394,
            -0.0003552072116591209,
            -0.004636422926908689,
            -0.0017380743243794066,
            0.017751873347383325,
            0.014474449921607796,
            -0.07116737679445936,
            -0.06653498356540931,
            0.3249851687054159,
            0.16225173779152535,
            -1.6299241758595253,
            1.074962409154437,
            6.224343069268082,
            -19.393906144809417,
            28.46108181660392,
            -23.956056906921624,
            9.84330142336958);

    private static final Polynomial FIRST = new Polynomial(
            4.110728233633899e-09,
            1.5853413906477953e-08,
            -5.617197342239187e-09,
            -1.1401663363241333e-07,
            -1.233969634231417e-07,
            3.815295695978367e-07,
            9.96979989377035e-07,
            -4.711730231985296e-07,
            -4.784812390077946e-06,
            -3.028039529412384e-06,
            1.824850772944306e-05,
            3.0016286802971555e-05,
            -6.21151486595814e-05,
            -0.00018564013064133002,
            0.0002162778058249502,
            0.0010355750810978938,
            -0.0010216591644665069,
            -0.005744857471238588,
            0.00822162368478963,
            0.030028888211436722,
            -0.08967105653330439,
            -0.06106893350704216,
            0.8514610658630568,
            -2.4757309012435544,
            4.313851553597913,
            -4.988360931375141,
            3.416989974128468);

    /** J<sub>17</sub>, J<sub>15</sub> and so on to J<sub>1</sub>: the order in which the sum is made. */
    static final List<Polynomial> MOMENTS =
            List.of(SEVENTEENTH, FIFTEENTH, THIRTEENTH, ELEVENTH, NINTH, SEVENTH, FIFTH, THIRD, FIRST);

    private MillsDifference() {}

    /**
     * The sum.
     *
     * @param v (z - 4) / (z + 4) for z from 0 to 40; further out it loses digits where a density is zero anyway.
     * @param w the square of t / (z + 4), from 0 to that of {@link #LARGEST_STEP}.
     * @return D (z + 4)^2 / (2 t), with a relative error below 4e-16.
     */
    static double sum(final double v, final double w) {
        double p = Math.fma(w, SEVENTEENTH.at(v), FIFTEENTH.at(v));
        p = Math.fma(w, Math.fma(w, p, THIRTEENTH.at(v)), ELEVENTH.at(v));
        p = Math.fma(w, p, NINTH.at(v));
        p = Math.fma(w, p, SEVENTH.at(v));
        p = Math.fma(w, p, FIFTH.at(v));
        p = Math.fma(w, p, THIRD.at(v));
        return Math.fma(w, p, FIRST.at(v));
    }

    /**
     * The sums over arrays: the bits of the scalar.
     *
     * @param p scratch.
     */
    static void sums(final double[] v, final double[] w, final double[] out, final double[] p, final int n) {
        SEVENTEENTH.overArray(v, out, n);
        for (int moment = 1; moment < MOMENTS.size(); moment++) {
            MOMENTS.get(moment).addOverArray(v, w, out, p, n);
        }
    }
}
