package dev.perigee.examples.blog.sample;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes names, posts and comments that look like somebody meant them. The same seed writes the same. */
public final class Prose {
    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Aisha", "Alan", "Amara", "Barbara", "Carlos", "Chen", "Dana", "Edsger", "Elif", "Frances", "Grace",
            "Hana", "Ines", "Ivan", "Jaya", "Jean", "Kofi", "Lena", "Lucía", "Mateo", "Mei", "Niklaus", "Noor", "Olga",
            "Priya", "Rosa", "Sofía", "Tim", "Yuki");
    private static final List<String> LAST_NAMES = List.of(
            "Almeida",
            "Bauer",
            "Castillo",
            "Diallo",
            "Eriksen",
            "Fontaine",
            "García",
            "Haddad",
            "Ivanova",
            "Jansen",
            "Kowalski",
            "Lindgren",
            "Mbeki",
            "Nakamura",
            "Okafor",
            "Pereira",
            "Quispe",
            "Rossi",
            "Sánchez",
            "Tanaka",
            "Ueda",
            "Vargas",
            "Weber",
            "Xu",
            "Yilmaz",
            "Zielinski");
    private static final List<String> TOPICS = List.of(
            "sourdough",
            "night trains",
            "keeping bees",
            "old maps",
            "trail running",
            "tomatoes",
            "mechanical watches",
            "film cameras",
            "birdsong",
            "woodworking",
            "cold water swimming",
            "crosswords",
            "espresso",
            "wild mushrooms",
            "bicycle repair",
            "learning Portuguese",
            "chess endings",
            "rainwater",
            "lighthouses",
            "hand tools");
    private static final List<String> TITLES = List.of(
            "What nobody tells you about %s",
            "A year of %s",
            "%s for impatient people",
            "Why I came back to %s",
            "%s, explained to my father",
            "Seven small mistakes with %s",
            "Notes on %s",
            "The quiet joy of %s");
    private static final List<String> SENTENCES = List.of(
            "I knew nothing about %s when I began, and for a while that was the best part.",
            "Most of what you read about %s is written by people who stopped after a week.",
            "My neighbour has done it for forty years and still takes notes.",
            "The first attempt failed, the second failed better.",
            "You need far less than the shops would like to sell you.",
            "If I had to start with %s again, I would start slower.",
            "It rained all weekend, which turned out to be a piece of luck.",
            "There is a rule of thumb, and the rule of thumb is wrong.",
            "Ask three people about %s and you will hear four opinions.",
            "Patience helps; a sharp pencil helps more.");
    private static final List<String> REMARKS = List.of(
            "Thank you, this is exactly what I was looking for.",
            "I tried it and it worked on the second day.",
            "Not sure I agree, but I enjoyed reading it.",
            "Could you write more about how you began?",
            "My grandmother did it the other way around.",
            "The part about the rain made me laugh.",
            "This deserves more readers.",
            "I made the same mistake last spring.",
            "Where did you find the tools?",
            "Saved for the weekend.");
    private static final List<String> REPLIES = List.of(
            "Greetings from the coast!",
            "Keep going.",
            "More pictures, please.",
            "And what does your neighbour say?",
            "I will report back.",
            "See you next month.");

    private final Random random;

    public Prose(long seed) {
        this.random = new Random(seed);
    }

    public String firstName() {
        return oneOf(FIRST_NAMES);
    }

    public String lastName() {
        return oneOf(LAST_NAMES);
    }

    public String topic() {
        return oneOf(TOPICS);
    }

    public String title(String topic) {
        String title = oneOf(TITLES).formatted(topic);
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    /** Two to five sentences, none of them twice. */
    public String text(String topic) {
        return some(number(2, 5), SENTENCES).stream()
                .map(sentence -> sentence.formatted(topic))
                .collect(joining(" "));
    }

    /** What a user says of themselves. */
    public String bio() {
        return "Writes about " + String.join(" and ", some(2, TOPICS)) + ".";
    }

    public String comment() {
        return oneOf(REMARKS) + (number(1, 3) == 1 ? " " + oneOf(REPLIES) : "");
    }

    /** A number of a range, both ends included. */
    public int number(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    private String oneOf(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private List<String> some(int count, List<String> words) {
        var shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }
}
