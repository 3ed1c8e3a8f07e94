package dev.remoteassistance.contract.proof;

import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The code that this project's build generates from a contract: model, interfaces of the server, and client.
 *
 * @param folder where the sources are
 */
public record GeneratedCode(Path folder) {

    /** The module whose build generates all three, each into a folder of its own, from the contract in it. */
    private static final String MODULE = "contract-of-everything";

    private static final String GENERATOR = "org.openapitools:openapi-generator-maven-plugin:generate@";

    /**
     * Generates code from each of some contracts, in one run of Maven: its start takes longer than a generation.
     *
     * @param work an empty folder
     * @param options of Maven
     * @return in the order of the contracts
     */
    public static List<GeneratedCode> of(Path work, List<ContractDocument> contracts, String... options)
            throws IOException {
        ProjectCopy copy = new ProjectCopy(work);
        String pom = Files.readString(copy.file(MODULE).resolve("pom.xml"));
        List<String> modules = IntStream.range(0, contracts.size())
                .mapToObj("generated-%03d"::formatted)
                .toList();
        for (int i = 0; i < modules.size(); i++) {
            Path module = copy.file(modules.get(i));
            Path contract = module.resolve("src/main/resources/everything/everything.yaml");
            Files.createDirectories(contract.getParent());
            contracts.get(i).write(contract);
            Files.writeString(module.resolve("pom.xml"), pom.replace("remote-assistance-" + MODULE, modules.get(i)));
        }
        Path root = copy.file("pom.xml");
        String list = "<modules><module>" + String.join("</module><module>", modules) + "</module></modules>";
        Files.writeString(root, Files.readString(root).replaceFirst("(?s)<modules>.*?</modules>", list));
        List<String> arguments = Stream.of(
                        Stream.of("model", "api", "client").map(GENERATOR::concat),
                        Stream.of("-pl", String.join(",", modules)),
                        Stream.of(options))
                .flatMap(part -> part)
                .toList();
        ProjectCopy.Build build = copy.maven(arguments.toArray(String[]::new));
        if (build.exit() != 0) {
            throw new IllegalStateException("the build generated no code: " + build.log());
        }
        return modules.stream()
                .map(module -> new GeneratedCode(copy.file(module).resolve("target/generated-sources")))
                .toList();
    }

    /** The files of all Java sources. */
    public List<Path> sources() {
        return sources(folder);
    }

    /** The files of all Java sources below a folder, without the descriptions of modules. */
    static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
