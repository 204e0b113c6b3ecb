package io.plimsoll.core.math;

/**
 * The difference of two neighbouring Mills ratios, D = Y(z - t) - Y(z + t), as a sum of positive terms. With
 * I<sub>n</sub>(z) the integral of u^n exp(-z u - u^2 / 2) over u &gt; 0, D = 2 (t I<sub>1</sub> + t^3 I<sub>3</sub> / 3! + t^5
 * I<sub>5</sub> / 5! + ...). Each J<sub>n</sub> = (z + 4)^(n+1) I<sub>n</sub> / n! is of order one and is a polynomial in v = (z - 4) / (z +
 * 4), as precise as its place in the sum asks; so the difference costs no digits, however small t.
 */
final class MillsDifference {
    /** Up to here t / (z + 4) may go; there the plain difference has lost less than a factor 8. */
    static final double LARGEST_STEP = 0.0625;

    private MillsDifference() {}

    /**
     * The sum.
     *
     * @param v (z - 4) / (z + 4) for z from 0 to 40; further out it loses digits where a density is zero anyway.
     * @param w the square of t / (z + 4), from 0 to that of {@link #LARGEST_STEP}.
     * @return D (z + 4)^2 / (2 t), with a relative error below 4e-16.
     */
    static double sum(final double v, final double w) {
        double p = Math.fma(w, moment17(v), moment15(v));
        p = Math.fma(w, Math.fma(w, p, moment13(v)), moment11(v));
        p = Math.fma(w, p, moment9(v));
        p = Math.fma(w, p, moment7(v));
        p = Math.fma(w, p, moment5(v));
        p = Math.fma(w, p, moment3(v));
        return Math.fma(w, p, moment1(v));
    }

    /**
     * The sums over arrays: the bits of the scalar. The coefficients of a loop are few enough to stay in registers; with more of
     * them a compiler fetches each one from memory for each multiplication.
     *
     * @param p scratch.
     */
    static void sums(final double[] v, final double[] w, final double[] out, final double[] p, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.fma(w[i], moment17(v[i]), moment15(v[i]));
        }
        for (int i = 0; i < n; i++) {
            out[i] = Math.fma(w[i], out[i], moment13(v[i]));
        }
        add11(v, w, out, p, n);
        add9(v, w, out, p, n);
        add7(v, w, out, p, n);
        add5(v, w, out, p, n);
        add3(v, w, out, p, n);
        add1(v, w, out, p, n);
    }

    private static void add11(final double[] v, final double[] w, final double[] out, final double[] p, final int n) {
        for (int i = 0; i < n; i++) {
            p[i] = moment11High(v[i]);
        }
        for (int i = 0; i < n; i++) {
            out[i] = Math.fma(w[i], out[i], moment11Low(p[i], v[i]));
        }
    }

    private static void add9(final double[] v, final double[] w, final double[] out, final double[] p, final int n) {
        for (int i = 0; i < n; i++) {
            p[i] = moment9High(v[i]);
        }
        for (int i = 0; i < n; i++) {
            out[i] = Math.fma(w[i], out[i], moment9Low(p[i], v[i]));
        }
    }

    private static void add7(final double[] v, final double[] w, final double[] out, final double[] p, final int n) {
        for (int i = 0; i < n; i++) {
            p[i] = moment7High(v[i]);
        }
        for (int i = 0; i < n; i++) {
            out[i] = Math.fma(w[i], out[i], moment7Low(p[i], v[i]));
        }
    }

    private static void add5(final double[] v, final double[] w, final double[] out, final double[] p, final int n) {
        for (int i = 0; i < n; i++) {
            p[i] = moment5High(v[i]);
        }
        for (int i = 0; i < n; i++) {
            p[i] = moment5Middle(p[i], v[i]);
        }
        for (int i = 0; i < n; i++) {
            out[i] = Math.fma(w[i], out[i], moment5Low(p[i], v[i]));
        }
    }

    private static void add3(final double[] v, final double[] w, final double[] out, final double[] p, final int n) {
        for (int i = 0; i < n; i++) {
            p[i] = moment3High(v[i]);
        }
        for (int i = 0; i < n; i++) {
            p[i] = moment3Middle(p[i], v[i]);
        }
        for (int i = 0; i < n; i++) {
            out[i] = Math.fma(w[i], out[i], moment3Low(p[i], v[i]));
        }
    }

    private static void add1(final double[] v, final double[] w, final double[] out, final double[] p, final int n) {
        for (int i = 0; i < n; i++) {
            p[i] = moment1High(v[i]);
        }
        for (int i = 0; i < n; i++) {
            p[i] = moment1Middle(p[i], v[i]);
        }
        for (int i = 0; i < n; i++) {
            out[i] = Math.fma(w[i], out[i], moment1Low(p[i], v[i]));
        }
    }

    private static double moment1(final double v) {
        return moment1Low(moment1Middle(moment1High(v), v), v);
    }

    private static double moment1High(final double v) {
        double p = 4.110728233633899e-09;
        p = Math.fma(p, v, 1.5853413906477953e-08);
        p = Math.fma(p, v, -5.617197342239187e-09);
        p = Math.fma(p, v, -1.1401663363241333e-07);
        p = Math.fma(p, v, -1.233969634231417e-07);
        p = Math.fma(p, v, 3.815295695978367e-07);
        p = Math.fma(p, v, 9.96979989377035e-07);
        p = Math.fma(p, v, -4.711730231985296e-07);
        p = Math.fma(p, v, -4.784812390077946e-06);
        p = Math.fma(p, v, -3.028039529412384e-06);
        return p;
    }

    private static double moment1Middle(final double high, final double v) {
        double p = high;
        p = Math.fma(p, v, 1.824850772944306e-05);
        p = Math.fma(p, v, 3.0016286802971555e-05);
        p = Math.fma(p, v, -6.21151486595814e-05);
        p = Math.fma(p, v, -0.00018564013064133002);
        p = Math.fma(p, v, 0.0002162778058249502);
        p = Math.fma(p, v, 0.0010355750810978938);
        p = Math.fma(p, v, -0.0010216591644665069);
        p = Math.fma(p, v, -0.005744857471238588);
        p = Math.fma(p, v, 0.00822162368478963);
        return p;
    }

    private static double moment1Low(final double high, final double v) {
        double p = high;
        p = Math.fma(p, v, 0.030028888211436722);
        p = Math.fma(p, v, -0.08967105653330439);
        p = Math.fma(p, v, -0.06106893350704216);
        p = Math.fma(p, v, 0.8514610658630568);
        p = Math.fma(p, v, -2.4757309012435544);
        p = Math.fma(p, v, 4.313851553597913);
        p = Math.fma(p, v, -4.988360931375141);
        p = Math.fma(p, v, 3.416989974128468);
        return p;
    }

    private static double moment3(final double v) {
        return moment3Low(moment3Middle(moment3High(v), v), v);
    }

    private static double moment3High(final double v) {
        double p = -1.8538618107140529e-07;
        p = Math.fma(p, v, -2.0699011358030705e-06);
        p = Math.fma(p, v, -4.6423180623587575e-06);
        p = Math.fma(p, v, 7.250505724531341e-06);
        p = Math.fma(p, v, 3.806866977537129e-05);
        p = Math.fma(p, v, 1.3150015305504064e-05);
        p = Math.fma(p, v, -0.00014603024733118145);
        p = Math.fma(p, v, -0.0002075186550037539);
        p = Math.fma(p, v, 0.00034883944308986014);
        p = Math.fma(p, v, 0.001120475851329394);
        return p;
    }

    private static double moment3Middle(final double high, final double v) {
        double p = high;
        p = Math.fma(p, v, -0.0003552072116591209);
        p = Math.fma(p, v, -0.004636422926908689);
        p = Math.fma(p, v, -0.0017380743243794066);
        p = Math.fma(p, v, 0.017751873347383325);
        p = Math.fma(p, v, 0.014474449921607796);
        p = Math.fma(p, v, -0.07116737679445936);
        p = Math.fma(p, v, -0.06653498356540931);
        p = Math.fma(p, v, 0.3249851687054159);
        p = Math.fma(p, v, 0.16225173779152535);
        return p;
    }

    private static double moment3Low(final double high, final double v) {
        double p = high;
        p = Math.fma(p, v, -1.6299241758595253);
        p = Math.fma(p, v, 1.074962409154437);
        p = Math.fma(p, v, 6.224343069268082);
        p = Math.fma(p, v, -19.393906144809417);
        p = Math.fma(p, v, 28.46108181660392);
        p = Math.fma(p, v, -23.956056906921624);
        p = Math.fma(p, v, 9.84330142336958);
        return p;
    }

    private static double moment5(final double v) {
        return moment5Low(moment5Middle(moment5High(v), v), v);
    }

    private static double moment5High(final double v) {
        double p = -3.5737360726065426e-05;
        p = Math.fma(p, v, -3.879565306627547e-05);
        p = Math.fma(p, v, 0.0003515488606006851);
        p = Math.fma(p, v, 0.0006207022488463807);
        p = Math.fma(p, v, -0.0012114109665773123);
        p = Math.fma(p, v, -0.0036746574988510044);
        p = Math.fma(p, v, 0.0011640394311362534);
        p = Math.fma(p, v, 0.013572577634550017);
        p = Math.fma(p, v, 0.008034383385861517);
        return p;
    }

    private static double moment5Middle(final double high, final double v) {
        double p = high;
        p = Math.fma(p, v, -0.03772364031068558);
        p = Math.fma(p, v, -0.05576786969157839);
        p = Math.fma(p, v, 0.08645797555607208);
        p = Math.fma(p, v, 0.23766037492483227);
        p = Math.fma(p, v, -0.18068370019740482);
        p = Math.fma(p, v, -0.8689262768216224);
        p = Math.fma(p, v, 0.4704816168640928);
        p = Math.fma(p, v, 2.9930907632299517);
        return p;
    }

    private static double moment5Low(final double high, final double v) {
        double p = high;
        p = Math.fma(p, v, -2.2885217937396);
        p = Math.fma(p, v, -9.303962900927548);
        p = Math.fma(p, v, 14.957604528143028);
        p = Math.fma(p, v, 15.12541794539997);
        p = Math.fma(p, v, -73.1458726174928);
        p = Math.fma(p, v, 104.23008056051182);
        p = Math.fma(p, v, -75.90555538375376);
        p = Math.fma(p, v, 24.66743805849083);
        return p;
    }

    private static double moment7(final double v) {
        return moment7Low(moment7High(v), v);
    }

    private static double moment7High(final double v) {
        double p = -0.0027146475950525577;
        p = Math.fma(p, v, -0.012797471070154458);
        p = Math.fma(p, v, -0.00651585552104261);
        p = Math.fma(p, v, 0.06213632189404358);
        p = Math.fma(p, v, 0.10126594045720347);
        p = Math.fma(p, v, -0.12742576011868212);
        p = Math.fma(p, v, -0.4410579929196523);
        p = Math.fma(p, v, 0.044975148858609995);
        p = Math.fma(p, v, 1.3260306176347239);
        p = Math.fma(p, v, 0.6791795223981881);
        p = Math.fma(p, v, -3.4359900612762666);
        p = Math.fma(p, v, -3.271849822177789);
        return p;
    }

    private static double moment7Low(final double high, final double v) {
        double p = high;
        p = Math.fma(p, v, 8.834826998420029);
        p = Math.fma(p, v, 10.07897246666288);
        p = Math.fma(p, v, -25.07343410115275);
        p = Math.fma(p, v, -20.649860783669624);
        p = Math.fma(p, v, 76.6203863698779);
        p = Math.fma(p, v, -6.206176587762599);
        p = Math.fma(p, v, -178.4288064373424);
        p = Math.fma(p, v, 277.0463794578719);
        p = Math.fma(p, v, -191.07021226742253);
        p = Math.fma(p, v, 54.93262702260524);
        return p;
    }

    private static double moment9(final double v) {
        return moment9Low(moment9High(v), v);
    }

    private static double moment9High(final double v) {
        double p = 0.08826715678122841;
        p = Math.fma(p, v, 0.31943192966318057);
        p = Math.fma(p, v, -0.03923205068406893);
        p = Math.fma(p, v, -1.5773661599185094);
        p = Math.fma(p, v, -1.3902894446375527);
        p = Math.fma(p, v, 3.8140758531081755);
        p = Math.fma(p, v, 6.6150998241581975);
        p = Math.fma(p, v, -5.84751850274486);
        p = Math.fma(p, v, -19.680003611871967);
        p = Math.fma(p, v, 5.6164085610988215);
        p = Math.fma(p, v, 48.62639868666534);
        return p;
    }

    private static double moment9Low(final double high, final double v) {
        double p = high;
        p = Math.fma(p, v, -3.5560820324499613);
        p = Math.fma(p, v, -110.5743893969459);
        p = Math.fma(p, v, 20.74078270305294);
        p = Math.fma(p, v, 227.23567786728626);
        p = Math.fma(p, v, -160.39316594592376);
        p = Math.fma(p, v, -297.5611165440193);
        p = Math.fma(p, v, 585.7906780147523);
        p = Math.fma(p, v, -407.6214880199247);
        p = Math.fma(p, v, 110.39591285340848);
        return p;
    }

    private static double moment11(final double v) {
        return moment11Low(moment11High(v), v);
    }

    private static double moment11High(final double v) {
        double p = -2.0016832028305678;
        p = Math.fma(p, v, -0.5850925598461293);
        p = Math.fma(p, v, 14.581275206671414);
        p = Math.fma(p, v, 9.847567464312489);
        p = Math.fma(p, v, -45.18934635444472);
        p = Math.fma(p, v, -45.71832869586015);
        p = Math.fma(p, v, 91.08101811235312);
        p = Math.fma(p, v, 127.6997023569065);
        p = Math.fma(p, v, -155.80142623355408);
        return p;
    }

    private static double moment11Low(final double high, final double v) {
        double p = high;
        p = Math.fma(p, v, -266.35235641769333);
        p = Math.fma(p, v, 288.4016604737934);
        p = Math.fma(p, v, 417.346709489016);
        p = Math.fma(p, v, -610.3880198143376);
        p = Math.fma(p, v, -287.7021730183561);
        p = Math.fma(p, v, 1024.257220144211);
        p = Math.fma(p, v, -760.9941636084733);
        p = Math.fma(p, v, 202.57095513432208);
        return p;
    }

    private static double moment13(final double v) {
        double p = -27.97866404660591;
        p = Math.fma(p, v, -79.40424280013625);
        p = Math.fma(p, v, 41.73227156943323);
        p = Math.fma(p, v, 307.12150216297186);
        p = Math.fma(p, v, 58.642254250373405);
        p = Math.fma(p, v, -633.6355279838656);
        p = Math.fma(p, v, -256.25016332440566);
        p = Math.fma(p, v, 1020.6944661587896);
        p = Math.fma(p, v, 344.6215603454944);
        p = Math.fma(p, v, -1462.5060348950942);
        p = Math.fma(p, v, 111.98404663698308);
        p = Math.fma(p, v, 1497.7894208478674);
        p = Math.fma(p, v, -1266.5807180991244);
        p = Math.fma(p, v, 342.5351644477726);
        return p;
    }

    private static double moment15(final double v) {
        double p = -275.1792244310059;
        p = Math.fma(p, v, -610.4608732696031);
        p = Math.fma(p, v, 538.1496243682088);
        p = Math.fma(p, v, 1751.7132549855764);
        p = Math.fma(p, v, -659.3451146427202);
        p = Math.fma(p, v, -2435.4787768493748);
        p = Math.fma(p, v, 1215.3217308631602);
        p = Math.fma(p, v, 1792.366904438433);
        p = Math.fma(p, v, -1901.7143297377884);
        p = Math.fma(p, v, 537.8787306975029);
        return p;
    }

    private static double moment17(final double v) {
        double p = 1673.3652442710702;
        p = Math.fma(p, v, 389.12741512478686);
        p = Math.fma(p, v, -2396.674452229812);
        p = Math.fma(p, v, 874.9309515925154);
        return p;
    }
}
