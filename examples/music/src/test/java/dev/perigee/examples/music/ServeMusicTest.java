package dev.perigee.examples.music;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code perigee serve examples/music} does, and what is in the store. */
class ServeMusicTest {
    @TempDir
    private Path folder;

    @Test
    void settings_rename_and_hide() throws Exception {
        Files.createDirectories(folder.resolve("target"));
        CreateMusic.main(new String[] {"jdbc:h2:" + folder.resolve("target/music")});
        Files.copy(Path.of("perigee.yaml"), folder.resolve("perigee.yaml"));
        try (ServedMusic music = ServedMusic.folder(folder)) {
            JsonNode answer = music.ask("{ employee(employeeId: 2) { title manager { title }"
                    + " reports { nodes { title } } } invoice(invoiceId: 1) { lines { totalCount } } }");
            assertThat(answer.toString())
                    .isEqualTo("{\"data\":{\"employee\":{\"title\":\"Sales Manager\",\"manager\":{\"title\":\"General"
                            + " Manager\"},\"reports\":{\"nodes\":[{\"title\":\"Sales Agent\"},{\"title\":\"Sales"
                            + " Agent\"},{\"title\":\"Sales Agent\"}]}},\"invoice\":{\"lines\":{\"totalCount\":"
                            + answer.at("/data/invoice/lines/totalCount").asInt() + "}}}}");
            assertThat(music.ask("{ employee(employeeId: 2) { birthDate } }").toString())
                    .contains("birthDate");
        }
    }

    @Test
    void the_store_is_of_the_size_that_the_readme_says() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("music");
        CreateMusic.main(new String[] {url});
        CreateMusic.main(new String[] {url}); // which leaves it as it is
        try (ServedMusic music = ServedMusic.database(url)) {
            assertThat(music.ask("{ artists { totalCount } albums { totalCount } tracks { totalCount }"
                                    + " playlists { totalCount } playlistTracks { totalCount } employees { totalCount }"
                                    + " customers { totalCount } invoices { totalCount } invoiceLines { totalCount } }")
                            .toString())
                    .isEqualTo("{\"data\":{\"artists\":{\"totalCount\":275},\"albums\":{\"totalCount\":347},"
                            + "\"tracks\":{\"totalCount\":3503},\"playlists\":{\"totalCount\":18},"
                            + "\"playlistTracks\":{\"totalCount\":8716},\"employees\":{\"totalCount\":8},"
                            + "\"customers\":{\"totalCount\":59},\"invoices\":{\"totalCount\":412},"
                            + "\"invoiceLines\":{\"totalCount\":2186}}}");
        }
    }
}
