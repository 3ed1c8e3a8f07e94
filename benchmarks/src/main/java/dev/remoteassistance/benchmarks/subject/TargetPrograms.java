package dev.remoteassistance.benchmarks.subject;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.FreePort;
import dev.remoteassistance.benchmarks.process.JavaProgram;
import dev.remoteassistance.benchmarks.process.ProgramRun;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import dev.remoteassistance.benchmarks.testbed.TokenIssuer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the command lines of the targets. All get the same options of the virtual machine. */
final class TargetPrograms {

    static final String PEER_PORT = "PEER_HTTP_PORT";

    /** What the launcher adds for a heap between 128 and 512 MB; a test compares the two. */
    static final List<String> SMALL_HEAP = List.of("-XX:+UseSerialGC", "-Xms128m");

    private static final Path PEERS = Path.of("benchmarks", "peers");

    private final TestBed bed;
    private final List<String> javaOptions;
    private final EarlierBuild earlier;

    TargetPrograms(TestBed bed, List<String> javaOptions, EarlierBuild earlier) {
        this.bed = bed;
        this.earlier = earlier;
        this.javaOptions = javaOptions;
    }

    /** Returns the jar that a target needs besides this one. */
    private static Optional<Path> jar(Target target) {
        return switch (target) {
            case SQLITE, SQLITE_UNCACHED, SQLITE_SERIAL, POSTGRES, POSTGRES_SERIAL ->
                Optional.of(JavaProgram.SERVER_JAR);
            case NO_STORE, BARE, OLD_SQLITE, OLD_POSTGRES, OLD_NO_STORE -> Optional.empty();
            case SPRING_BOOT -> Optional.of(PEERS.resolve("spring-boot/target/spring-boot-peer.jar"));
            case QUARKUS -> Optional.of(PEERS.resolve("quarkus/target/quarkus-app/quarkus-run.jar"));
        };
    }

    /** Returns why a target cannot be measured, with the command that helps; empty if it can. */
    static Optional<String> missing(Target target, EarlierBuild earlier) {
        if (target.isEarlier()) {
            return earlier.jar(target).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            "not given: " + (target.store() == StoreKind.NONE ? "--old-benchmarks" : "--old-jar"));
        }
        return jar(target).filter(jar -> !Files.isRegularFile(jar)).map(jar -> "not built: " + buildCommand(target));
    }

    private static String buildCommand(Target target) {
        return switch (target) {
            case SPRING_BOOT, QUARKUS ->
                "mvn -ntp -Ppeers -pl benchmarks/peers/spring-boot,benchmarks/peers/quarkus -am package -DskipTests";
            default -> "mvn -ntp -pl server -am package -DskipTests";
        };
    }

    JavaProgram program(Target target, TargetStore store) {
        Map<String, String> settings = new HashMap<>(bed.settings(store.url()));
        // No target logs a line for each request, and none waits for a load balancer when it is stopped.
        settings.put("REMOTE_ASSISTANCE_LOG_ACCESS", "false");
        settings.put("REMOTE_ASSISTANCE_HTTP_DRAIN_TIME", "PT0S");
        return switch (target) {
            case SQLITE, POSTGRES -> server(target.key(), javaOptions, settings);
            case SQLITE_UNCACHED ->
                server(target.key(), javaOptions, with(settings, "REMOTE_ASSISTANCE_AUTH_TOKEN_CACHE_SIZE", "0"));
            case SQLITE_SERIAL, POSTGRES_SERIAL ->
                server(target.key(), javaOptions, settings).with(SMALL_HEAP.toArray(String[]::new));
            case OLD_SQLITE, OLD_POSTGRES ->
                JavaProgram.ofJar(
                        earlier.jar(target).orElseThrow(), target.key(), javaOptions, List.of("serve"), settings);
            case OLD_NO_STORE ->
                new JavaProgram(
                        target.key(),
                        javaOptions,
                        List.of("-cp", earlier.jar(target).orElseThrow().toString(), NoStoreServer.class.getName()),
                        settings);
            case NO_STORE -> JavaProgram.ofThisJar(target.key(), javaOptions, NoStoreServer.class, settings);
            case BARE -> JavaProgram.ofThisJar(target.key(), javaOptions, BareServer.class, Map.of());
            case SPRING_BOOT -> peer(target, springBootJar(), store);
            case QUARKUS -> peer(target, jar(target).orElseThrow(), store);
        };
    }

    private JavaProgram server(String name, List<String> options, Map<String, String> settings) {
        return bed.program(name, options, List.of("serve"), settings);
    }

    private JavaProgram peer(Target target, Path jar, TargetStore store) {
        return new JavaProgram(
                target.key(), javaOptions, List.of("-jar", jar.toString()), peerSettings((TargetStore.Postgres) store));
    }

    /** Unpacks the jar as Spring Boot's manual advises: the program starts faster, and its classes can be archived. */
    private Path springBootJar() {
        Path jar = jar(Target.SPRING_BOOT).orElseThrow();
        Path unpacked = bed.folder().resolve("spring-boot");
        ProgramRun run = ProgramRun.of(
                new JavaProgram(
                        "spring-boot-unpacking",
                        List.of("-Djarmode=tools"),
                        List.of("-jar", jar.toString(), "extract", "--destination", unpacked.toString()),
                        Map.of()),
                bed.folder(),
                line -> {});
        if (run.exitCode() != 0) {
            throw new BenchmarkException("%s cannot be unpacked: %s".formatted(jar, run.errors()));
        }
        return unpacked.resolve(jar.getFileName());
    }

    private Map<String, String> peerSettings(TargetStore.Postgres store) {
        return Map.of(
                "PEER_HTTP_HOST",
                "127.0.0.1",
                PEER_PORT,
                Integer.toString(FreePort.find()),
                "PEER_JDBC_URL",
                store.server().address().plainJdbcUrl(store.database()),
                "PEER_JDBC_USER",
                store.server().address().user(),
                "PEER_JDBC_PASSWORD",
                store.server().address().password(),
                "PEER_JWKS_URI",
                bed.issuer().jwksUri().toString(),
                "PEER_ISSUER",
                bed.issuer().issuer(),
                "PEER_AUDIENCE",
                TokenIssuer.AUDIENCE);
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }
}
