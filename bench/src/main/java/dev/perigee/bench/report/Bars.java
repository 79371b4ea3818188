package dev.perigee.bench.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Quantities as bars. Readable on light and on dark pages. */
final class Bars {
    private static final int WIDTH = 760;
    private static final int START = 230; // where bars begin; labels end before
    private static final int LONGEST = WIDTH - START - 80; // leaves room for the figure after the bar
    private static final int ROW = 28;
    private static final int BAR = 16;

    private static final String STYLE = """
        text { font: 13px system-ui, sans-serif; fill: #1f2328 }
        .bar { fill: #0969da }
        @media (prefers-color-scheme: dark) {
          text { fill: #f0f6fc }
          .bar { fill: #4493f8 }
        }
        """;

    private final String title;
    private final Map<String, Double> quantities = new LinkedHashMap<>();

    Bars(String title) {
        this.title = title;
    }

    void add(String label, double quantity) {
        quantities.put(label, quantity);
    }

    String svg() {
        double most = quantities.values().stream()
                .mapToDouble(quantity -> quantity)
                .max()
                .orElse(1);
        StringBuilder body = new StringBuilder();
        int y = 20;
        for (Map.Entry<String, Double> entry : quantities.entrySet()) {
            double length = entry.getValue() / most * LONGEST;
            body.append(String.format(
                    Locale.ROOT,
                    """
                    <text x="0" y="%d">%s</text>
                    <rect class="bar" x="%d" y="%d" width="%.1f" height="%d" rx="2"/>
                    <text x="%.1f" y="%d">%,.0f</text>
                    """,
                    y,
                    entry.getKey(),
                    START,
                    y - BAR + 4,
                    length,
                    BAR,
                    START + length + 8,
                    y,
                    entry.getValue()));
            y += ROW;
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
            <title>%s</title>
            <style>
            %s</style>
            %s</svg>
            """.formatted(WIDTH, y, WIDTH, y, title, STYLE, body);
    }
}
