package dev.perigee.bench.report;

import java.util.List;
import java.util.Locale;

/** How many times faster Perigee is, as bars with a mark at what is aimed for. Readable on light and on dark pages. */
final class Chart {
    private static final int WIDTH = 760;
    private static final int BARS = 270; // where bars begin; labels end before
    private static final int LONGEST = WIDTH - BARS - 70; // leaves room for the figure after the bar
    private static final int ROW = 28;
    private static final int BAR = 16;

    private static final String STYLE = """
        text { font: 13px system-ui, sans-serif; fill: #1f2328 }
        .quiet { fill: #59636e }
        .bar { fill: #0969da }
        .new { fill: #8250df }
        .aim { stroke: #1f2328; stroke-width: 2 }
        @media (prefers-color-scheme: dark) {
          text { fill: #f0f6fc }
          .quiet { fill: #9198a1 }
          .bar { fill: #4493f8 }
          .new { fill: #ab7df8 }
          .aim { stroke: #f0f6fc }
        }
        """;

    private final List<Comparison> known;
    private final List<Comparison> unseen;
    private final double most;
    private final StringBuilder body = new StringBuilder();
    private int y = 24;

    Chart(Measurements run) {
        this.known = Comparison.known(run);
        this.unseen = Comparison.unseen(run);
        double most = 1;
        for (Comparison of : known) most = Math.max(most, Math.max(of.speedup(), of.target()));
        for (Comparison of : unseen) most = Math.max(most, of.speedup());
        this.most = most;
    }

    String svg() {
        group("Times faster than graphql-java; a line marks the aim", known, "bar");
        group("The same with documents that are new to both", unseen, "new");
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
            <title>How many times faster than graphql-java Perigee is</title>
            <style>
            %s</style>
            %s</svg>
            """.formatted(WIDTH, y, WIDTH, y, STYLE, body);
    }

    private void group(String heading, List<Comparison> comparisons, String style) {
        text(0, "quiet", heading);
        y += ROW;
        for (Comparison comparison : comparisons) {
            bar(comparison, style);
            y += ROW;
        }
        y += BAR;
    }

    private void bar(Comparison of, String style) {
        text(0, "", of.work());
        double end = BARS + length(of.speedup());
        add(
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>",
                style, BARS, y - 12, end - BARS, BAR);
        double aim = BARS + length(of.target());
        if (of.target() > 0) {
            add("<line class=\"aim\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>", aim, aim, y - 15, y + 7);
        }
        text(Math.max(end, aim) + 8, "", Figures.times(of.speedup()));
    }

    private double length(double times) {
        return Math.max(1, times / most * LONGEST);
    }

    private void text(double x, String style, String text) {
        add("<text class=\"%s\" x=\"%.1f\" y=\"%d\">%s</text>", style, x, y, text);
    }

    private void add(String element, Object... arguments) {
        body.append(String.format(Locale.ROOT, element, arguments)).append('\n');
    }
}
