package dev.remoteassistance.contract.edit;

import jakarta.validation.Valid;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Resources for interfaces that are generated during the test. Each operation returns the body of its request. */
final class EchoResources {

    private static final List<Class<?>> LIBRARIES = List.of(
            EchoAnswer.class,
            Response.class,
            Valid.class,
            Nullable.class,
            com.fasterxml.jackson.annotation.JsonProperty.class);

    private EchoResources() {}

    /**
     * Writes and compiles a resource for each interface.
     *
     * @param classes folder of the compiled interfaces and of the classes of their bodies
     * @param apiPackage folder of the interfaces' package, relative to {@code classes}
     * @param work where sources and classes of the resources go
     */
    static Set<Class<?>> compile(Path classes, String apiPackage, Path work) throws IOException {
        ClassLoader loader = loader(classes, work);
        List<Path> sources = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        try (Stream<Path> interfaces = Files.list(classes.resolve(apiPackage))) {
            for (Path file : interfaces.sorted().toList()) {
                String api = file.getFileName().toString().replace(".class", "");
                String name = "Echo" + api;
                sources.add(Files.writeString(
                        work.resolve(name + ".java"),
                        source(name, type(loader, apiPackage.replace('/', '.') + "." + api))));
                names.add(name);
            }
        }
        compile(classes, sources, work);
        Set<Class<?>> resources = new LinkedHashSet<>();
        names.forEach(name -> resources.add(type(loader, name)));
        return resources;
    }

    /** Finds the classes of a batch, and of its resources. */
    private static ClassLoader loader(Path classes, Path work) throws MalformedURLException {
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL(), work.toUri().toURL()}, EchoResources.class.getClassLoader());
    }

    private static String source(String name, Class<?> api) {
        StringBuilder source =
                new StringBuilder("public final class %s implements %s {\n".formatted(name, api.getName()));
        for (Method method : api.getMethods()) {
            String parameters = Arrays.stream(method.getParameters())
                    .map(parameter -> parameter.getType().getCanonicalName() + " " + parameter.getName())
                    .collect(Collectors.joining(", "));
            String body = Arrays.stream(method.getParameters())
                    .filter(EchoResources::isBody)
                    .map(Parameter::getName)
                    .findFirst()
                    .orElse("null");
            source.append("@Override public java.util.concurrent.CompletionStage<jakarta.ws.rs.core.Response> ")
                    .append("%s(%s) {\n".formatted(method.getName(), parameters))
                    .append("return java.util.concurrent.CompletableFuture.completedFuture(")
                    .append("%s.of(%s));\n}\n".formatted(EchoAnswer.class.getName(), body));
        }
        return source.append("}\n").toString();
    }

    private static boolean isBody(Parameter parameter) {
        return Stream.of(HeaderParam.class, QueryParam.class, PathParam.class)
                .noneMatch(parameter::isAnnotationPresent);
    }

    private static void compile(Path classes, List<Path> sources, Path work) throws IOException {
        String classPath = Stream.concat(
                        Stream.of(classes.toString()),
                        LIBRARIES.stream()
                                .map(library -> library.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .getPath()))
                .collect(Collectors.joining(File.pathSeparator));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            complaints,
                            files,
                            null,
                            List.of("-proc:none", "-classpath", classPath, "-d", work.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(complaints.toString());
            }
        }
    }

    private static Class<?> type(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
