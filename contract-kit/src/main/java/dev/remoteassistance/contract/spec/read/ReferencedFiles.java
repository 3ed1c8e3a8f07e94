package dev.remoteassistance.contract.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Includes the files that a contract refers to: adds each to the tree, by its name below {@value #MEMBER}, and turns
 * the references to it into references within the tree. It fetches nothing from a network.
 */
public final class ReferencedFiles {

    /** The member of the root that holds the referenced files. */
    public static final String MEMBER = "x-files";

    private static final Pattern ABSOLUTE = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:|/).*", Pattern.DOTALL);
    private static final Pattern FILE_NAME = Pattern.compile("[^#]*\\.(ya?ml|json)(#.*)?");

    private record Visit(JsonNode node, boolean isNames, String file) {}

    private final ObjectNode root;
    private final String rootName;
    private final Path folder;
    private final Deque<Visit> waiting = new ArrayDeque<>();
    private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private ReferencedFiles(ObjectNode root, String rootName, Path folder) {
        this.root = root;
        this.rootName = rootName;
        this.folder = folder;
    }

    /**
     * Changes the tree of a contract.
     *
     * @param root of the contract
     * @param rootName the contract's file name
     * @param folder where it is
     * @throws RefusedContractException if a file cannot be read, or is not in the folder or below it
     */
    static void include(ObjectNode root, String rootName, Path folder) {
        ReferencedFiles files = new ReferencedFiles(root, rootName, folder);
        files.waiting.add(new Visit(root, false, rootName));
        while (!files.waiting.isEmpty()) {
            files.visit(files.waiting.poll());
        }
    }

    /** The names of the files that were included in a tree. */
    public static List<String> names(JsonNode root) {
        return root.path(MEMBER).properties().stream().map(Map.Entry::getKey).toList();
    }

    private void visit(Visit visit) {
        JsonNode node = visit.node();
        if (!node.isContainerNode() || !seen.add(node)) {
            return;
        }
        if (node.isArray()) {
            node.forEach(element -> waiting.add(new Visit(element, false, visit.file())));
            return;
        }
        ObjectNode object = (ObjectNode) node;
        if (!visit.isNames() && object.path("$ref").isTextual()) {
            object.put("$ref", include(object.get("$ref").asText(), visit.file()));
        }
        JsonNode mapping = object.path("discriminator").path("mapping");
        mapping.properties().stream()
                .filter(target -> FILE_NAME.matcher(target.getValue().asText()).matches())
                .toList()
                .forEach(target -> ((ObjectNode) mapping)
                        .put(target.getKey(), include(target.getValue().asText(), visit.file())));
        object.properties().forEach(member -> {
            String name = member.getKey();
            if (visit.isNames() || !Members.areValues(name) && !name.equals("examples") && !name.startsWith("x-")) {
                boolean areNames = !visit.isNames() && Members.areNames(name);
                waiting.add(new Visit(member.getValue(), areNames, visit.file()));
            }
        });
    }

    /** Includes the file of a reference; returns the equivalent reference within the tree. */
    private String include(String reference, String from) {
        int hash = reference.indexOf('#');
        String name = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        String file = name.isEmpty() ? from : resolved(reference, name, from);
        JsonNode tree = file.equals(rootName) ? root : loaded(file, reference, from);
        if (fragment.isEmpty() || fragment.startsWith("/")) {
            // The target may be in a part that is not visited otherwise, such as an extension, and hold references too.
            waiting.add(new Visit(tree.at(Pointers.percentDecoded(fragment)), false, file));
        }
        return file.equals(rootName) ? "#" + fragment : "#/" + MEMBER + "/" + Pointers.escaped(file) + fragment;
    }

    private String resolved(String reference, String name, String from) {
        String place = from + ", reference " + reference;
        if (ABSOLUTE.matcher(name).matches()) {
            throw new RefusedContractException(place, "only files beside the contract and below are read");
        }
        Deque<String> path = new ArrayDeque<>();
        String around = from.substring(0, from.lastIndexOf('/') + 1);
        for (String step : (around + Pointers.percentDecoded(name)).split("/")) {
            if (step.equals("..") && path.pollLast() == null) {
                throw new RefusedContractException(place, "it leaves the contract's folder");
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }

    private JsonNode loaded(String file, String reference, String from) {
        ObjectNode files = root.withObjectProperty(MEMBER);
        if (!files.has(file)) {
            try {
                files.set(file, ContractFile.read(folder, file));
            } catch (IOException e) {
                throw new RefusedContractException(from + ", reference " + reference, "no such file can be read");
            }
            waiting.add(new Visit(files.get(file), false, file));
        }
        return files.get(file);
    }
}
