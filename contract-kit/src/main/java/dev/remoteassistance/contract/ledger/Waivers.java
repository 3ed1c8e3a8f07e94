package dev.remoteassistance.contract.ledger;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cells that need not be proven, each with a reason. The file is a list of {@code cell} and {@code reason}.
 *
 * @param entries in the order of the file
 */
public record Waivers(List<Entry> entries) {

    /** No waivers. */
    public static final Waivers NONE = new Waivers(List.of());

    private static final YAMLMapper YAML = new YAMLMapper();

    /** One waived cell. */
    public record Entry(String cell, String reason) {}

    /** Reads the waivers from a YAML list of {@code cell} and {@code reason}. */
    public static Waivers read(Path file) {
        try {
            JsonNode entries = YAML.readTree(file.toFile());
            // A file of comments waives nothing.
            return entries.isArray() ? new Waivers(YAML.convertValue(entries, new TypeReference<>() {})) : NONE;
        } catch (IOException e) {
            throw new UncheckedIOException("no waivers can be read from " + file, e);
        }
    }

    /** Returns why a cell need not be proven; empty if it has no waiver. */
    public Optional<String> reason(String cell) {
        return entries.stream()
                .filter(entry -> entry.cell().equals(cell))
                .map(Entry::reason)
                .findFirst();
    }

    /**
     * Returns the faults of the waivers themselves: cells that are unknown, verified or waived twice, and missing
     * reasons.
     */
    public List<String> faults(Ledger ledger) {
        Map<String, Ledger.State> states =
                ledger.rows().stream().collect(Collectors.toMap(Ledger.Row::cell, Ledger.Row::state));
        List<String> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries) {
            if (!seen.add(entry.cell())) {
                faults.add("waived twice: " + entry.cell());
            }
            if (entry.reason() == null || entry.reason().isBlank()) {
                faults.add("waived without a reason: " + entry.cell());
            }
            if (!states.containsKey(entry.cell())) {
                faults.add("waived, but no cell of the contract: " + entry.cell());
            } else if (states.get(entry.cell()) == Ledger.State.VERIFIED) {
                faults.add("waived, but verified: " + entry.cell());
            }
        }
        return faults;
    }
}
