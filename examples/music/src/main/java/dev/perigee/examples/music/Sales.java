package dev.perigee.examples.music;

import static dev.perigee.examples.music.Catalogue.row;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Who sells, who buys, and what they bought in five years. For one thread. */
final class Sales {
    private static final int CUSTOMERS = 59;
    private static final int INVOICES = 412;
    private static final int MOST_LINES = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);
    private static final List<String> TITLES = List.of(
            "General Manager",
            "Sales Manager",
            "Sales Agent",
            "Sales Agent",
            "Sales Agent",
            "IT Manager",
            "IT Staff",
            "IT Staff");
    /** By employee, from 0: the id of the manager, 0 for none. */
    private static final int[] MANAGERS = {0, 1, 2, 2, 2, 1, 6, 6};

    private static final List<String[]> CITIES = List.of(
            new String[] {"Oslo", "Norway"},
            new String[] {"Lisbon", "Portugal"},
            new String[] {"Prague", "Czechia"},
            new String[] {"Berlin", "Germany"},
            new String[] {"Hamburg", "Germany"},
            new String[] {"Lyon", "France"},
            new String[] {"Paris", "France"},
            new String[] {"Montreal", "Canada"},
            new String[] {"Toronto", "Canada"},
            new String[] {"Boston", "USA"},
            new String[] {"Chicago", "USA"},
            new String[] {"Seattle", "USA"},
            new String[] {"Recife", "Brazil"},
            new String[] {"Mumbai", "India"},
            new String[] {"Kyoto", "Japan"});

    private final Catalogue catalogue;
    private final Random random;
    private final Tables tables;

    private Sales(Catalogue catalogue, Random random, Tables tables) {
        this.catalogue = catalogue;
        this.random = random;
        this.tables = tables;
    }

    static void insert(Catalogue catalogue, Random random, Tables tables) throws SQLException {
        Sales sales = new Sales(catalogue, random, tables);
        sales.insertEmployees();
        sales.insertInvoices(sales.insertCustomers());
    }

    private void insertEmployees() throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < TITLES.size(); i++) {
            String first = Words.FIRST_NAMES.get(i * 3), last = Words.LAST_NAMES.get(i * 2 + 1);
            rows.add(row(
                    last,
                    first,
                    TITLES.get(i),
                    MANAGERS[i] == 0 ? null : MANAGERS[i],
                    LocalDate.of(1960 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                    FIRST_DAY.plusDays(random.nextInt(400)),
                    email(first, last, "music.example")));
        }
        tables.insert("employee", "last_name, first_name, title, reports_to, birth_date, hire_date, email", rows);
    }

    /** The cities that they live in. */
    private List<String[]> insertCustomers() throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<String[]> cities = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            String first = Words.FIRST_NAMES.get(i % 25), last = Words.LAST_NAMES.get((i * 7 + i / 25) % 25);
            String[] city = CITIES.get(random.nextInt(CITIES.size()));
            String company = random.nextInt(6) == 0 ? last + " Ltd" : null;
            int agent = 3 + random.nextInt(3);
            rows.add(row(first, last, company, city[0], city[1], email(first, last, "mail.example"), agent));
            cities.add(city);
        }
        tables.insert("customer", "first_name, last_name, company, city, country, email, support_rep_id", rows);
        return cities;
    }

    private void insertInvoices(List<String[]> cities) throws SQLException {
        List<@Nullable Object[]> invoices = new ArrayList<>(), lines = new ArrayList<>();
        for (int id = 1; id <= INVOICES; id++) {
            int customer = 1 + random.nextInt(CUSTOMERS);
            BigDecimal total = addLines(id, lines);
            String[] city = cities.get(customer - 1);
            invoices.add(row(customer, FIRST_DAY.plusDays(id * 4L), city[0], city[1], total));
        }
        tables.insert("invoice", "customer_id, invoice_date, billing_city, billing_country, total", invoices);
        tables.insert("invoice_line", "invoice_id, track_id, unit_price, quantity", lines);
    }

    private BigDecimal addLines(int invoiceId, List<@Nullable Object[]> lines) {
        BigDecimal total = BigDecimal.ZERO;
        int count = 1 + random.nextInt(MOST_LINES);
        for (int i = 0; i < count; i++) {
            int track = random.nextInt(catalogue.tracks().size());
            BigDecimal price = catalogue.tracks().get(track).price();
            lines.add(row(invoiceId, track + 1, price, 1));
            total = total.add(price);
        }
        return total;
    }

    private static String email(String first, String last, String host) {
        return (first + "." + last + "@" + host).toLowerCase(Locale.ROOT);
    }
}
