package dev.perigee.examples.music;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The words that names are made of. */
final class Words {
    static final List<String> ADJECTIVES = words("Amber Blue Broken Copper Distant Electric Fallen Golden Hidden Idle"
            + " Last Lonely Midnight Northern Paper Quiet Restless Silver Velvet Wandering");
    static final List<String> NOUNS = words("Arrows Bridges Comets Echoes Feathers Gardens Harbors Islands Lanterns"
            + " Meadows Mirrors Oceans Pilots Rivers Sailors Shadows Signals Sparrows Tides Windows");
    static final List<String> THINGS = words("Autumn Dawn Dust Fire Glass Home Ice Light Morning Night Rain Road Salt"
            + " Sleep Smoke Snow Stone Summer Thunder Water");
    static final List<String> GENRES = words("Rock Jazz Metal Alternative Blues Latin Reggae Pop Soundtrack Bossa"
            + " Electronica Classical Soul Country Opera Folk World Ambient Drama Comedy House Punk Ska Funk Chanson");
    static final List<String> FIRST_NAMES = words("Ada Ben Carla Dario Elin Farid Greta Hugo Ines Jonas Kaya Liam Mona"
            + " Nils Olga Pablo Quinn Rosa Sami Tara Uma Viktor Wanda Yusuf Zoe");
    static final List<String> LAST_NAMES = words("Abel Berg Costa Dahl Eriksen Fischer Gomez Haas Ito Jansen Keller"
            + " Lopez Moreau Novak Olsen Petrov Quist Rossi Silva Tanaka Ueda Vogel Weber Young Zhang");

    private Words() {}

    /** Different names of artists, such as {@code The Blue Comets}. */
    static List<String> artists(int count, Random random) {
        List<String> all = new ArrayList<>();
        for (String adjective : ADJECTIVES) {
            for (String noun : NOUNS) all.add("The " + adjective + " " + noun);
        }
        Collections.shuffle(all, random);
        return all.subList(0, count);
    }

    /** Such as {@code Rain and Stone}, {@code Velvet Tides} or {@code Night}. */
    static String title(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> any(THINGS, random);
            case 1 -> any(ADJECTIVES, random) + " " + any(NOUNS, random);
            case 2 -> any(ADJECTIVES, random) + " " + any(THINGS, random);
            default -> any(THINGS, random) + " and " + any(THINGS, random);
        };
    }

    static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
