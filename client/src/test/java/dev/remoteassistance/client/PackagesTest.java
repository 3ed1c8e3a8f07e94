package dev.remoteassistance.client;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests which packages of the client may depend on which, and which of them users see. */
class PackagesTest {

    private static final String CLIENT = "dev.remoteassistance.client";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(CLIENT);

    @Test
    void dependenciesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("client")
                .definedBy(CLIENT)
                .layer("http")
                .definedBy(CLIENT + ".http")
                .layer("session")
                .definedBy(CLIENT + ".session")
                .layer("generated")
                .definedBy(CLIENT + ".generated")
                .whereLayer("client")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("http")
                .mayOnlyBeAccessedByLayers("client")
                .whereLayer("session")
                .mayOnlyBeAccessedByLayers("client", "http")
                .whereLayer("generated")
                .mayOnlyBeAccessedByLayers("http")
                .ensureAllClassesAreContainedInArchitecture()
                .check(CLASSES);
    }

    @Test
    void usersSeeClientAndSessionsOnly() throws URISyntaxException {
        Path classes = Path.of(RemoteAssistanceClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(ModuleFinder.of(classes)
                        .find(CLIENT)
                        .orElseThrow()
                        .descriptor()
                        .exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrder(CLIENT, CLIENT + ".session");
    }
}
