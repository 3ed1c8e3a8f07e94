import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

/**
 * Checks an unpacked bundle against the rules of Maven Central ("Requirements" in its documentation for publishers).
 *
 * <p>Usage: {@code java .ci/BundleRules.java FOLDER}. Prints each rule that is broken; exit code 1 if there is one.
 */
public final class BundleRules {

    private static final List<String> REQUIRED = List.of(
            "groupId",
            "artifactId",
            "version",
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/url",
            "scm/connection");
    private static final List<String> DERIVED = List.of(".asc", ".md5", ".sha1", ".sha256", ".sha512");

    private final List<String> faults = new ArrayList<>();
    private final Path root;

    private BundleRules(Path root) {
        this.root = root;
    }

    public static void main(String[] arguments) throws Exception {
        BundleRules rules = new BundleRules(Path.of(arguments[0]));
        int poms = rules.check();
        rules.faults.forEach(System.err::println);
        if (!rules.faults.isEmpty()) {
            System.exit(1);
        }
        System.out.println("the bundle of " + poms + " modules keeps all rules");
    }

    private int check() throws Exception {
        List<Path> files;
        try (Stream<Path> found = Files.walk(root)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        List<Path> poms = files.stream().filter(file -> file.toString().endsWith(".pom")).toList();
        if (poms.isEmpty()) {
            faults.add("there is no pom");
        }
        for (Path pom : poms) {
            checkPom(pom);
        }
        for (Path file : files) {
            if (DERIVED.stream().noneMatch(file.toString()::endsWith)) {
                checkFile(file);
            }
        }
        return poms.size();
    }

    private void checkPom(Path pom) throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        XPath path = XPathFactory.newInstance().newXPath();
        for (String element : REQUIRED) {
            String value = path.evaluate("/project/" + element, document).strip();
            if (value.isEmpty() || value.contains("${")) {
                faults.add(root.relativize(pom) + ": no " + element);
            }
        }
        String version = path.evaluate("/project/version", document);
        if (version.endsWith("-SNAPSHOT")) {
            faults.add(root.relativize(pom) + ": a snapshot");
        }
        String name = path.evaluate("/project/artifactId", document) + "-" + version;
        String folder = path.evaluate("/project/groupId", document).replace('.', '/') + "/"
                + path.evaluate("/project/artifactId", document) + "/" + version;
        if (!root.relativize(pom).toString().equals(folder + "/" + name + ".pom")) {
            faults.add(root.relativize(pom) + ": not where a repository has it");
        }
        if (!path.evaluate("/project/packaging", document).equals("pom")) {
            for (String ending : List.of(".jar", "-sources.jar", "-javadoc.jar")) {
                if (!Files.exists(pom.resolveSibling(name + ending))) {
                    faults.add(root.relativize(pom) + ": no " + name + ending);
                }
            }
        }
    }

    private void checkFile(Path file) throws Exception {
        checkSum(file, ".md5", "MD5");
        checkSum(file, ".sha1", "SHA-1");
        Path signature = Path.of(file + ".asc");
        if (!Files.exists(signature)) {
            faults.add(root.relativize(file) + ": no signature");
        } else if (!isSigned(file, signature)) {
            faults.add(root.relativize(file) + ": the signature does not fit");
        }
    }

    private void checkSum(Path file, String ending, String algorithm) throws Exception {
        Path sum = Path.of(file + ending);
        if (!Files.exists(sum)) {
            faults.add(root.relativize(file) + ": no " + ending);
            return;
        }
        byte[] digest = MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file));
        if (!Files.readString(sum, UTF_8).strip().equals(HexFormat.of().formatHex(digest))) {
            faults.add(root.relativize(file) + ": " + ending + " does not fit");
        }
    }

    private static boolean isSigned(Path file, Path signature) throws IOException, InterruptedException {
        return new ProcessBuilder("gpg", "--batch", "--quiet", "--verify", signature.toString(), file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
