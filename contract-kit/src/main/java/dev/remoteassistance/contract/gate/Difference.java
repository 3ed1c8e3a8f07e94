package dev.remoteassistance.contract.gate;

/**
 * What our own rules say about one change.
 *
 * @param aspect what changed at the place: a keyword of OpenAPI, by which the findings of the tools are matched
 * @param words what changed, for the reader
 * @param isBreak whether a consumer could break; otherwise the rules know the change and allow it
 */
record Difference(Place place, String aspect, String words, boolean isBreak) {

    static Difference of(Place place, String aspect, Direction direction, String words) {
        return new Difference(place, aspect, words, place.side().isBrokenBy(direction));
    }
}
