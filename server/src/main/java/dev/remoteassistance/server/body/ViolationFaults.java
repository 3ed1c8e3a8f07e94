package dev.remoteassistance.server.body;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RefusalException.Fault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** Describes broken constraints in the contract's words: wire names instead of Java's, rules instead of annotations. */
public final class ViolationFaults {

    private ViolationFaults() {}

    /** Returns the refusal of a request that breaks constraints; an internal error if our own answer breaks them. */
    public static RefusalException refusal(Collection<? extends ConstraintViolation<?>> violations) {
        if (violations.stream().anyMatch(ViolationFaults::isOfTheAnswer)) {
            return new RefusalException(ErrorCode.INTERNAL_SERVER_ERROR);
        }
        List<Fault> faults = of(violations);
        // An empty target is the body itself, whose only constraint is that it is required.
        return faults.stream().anyMatch(fault -> fault.target().isEmpty())
                ? new RefusalException(ErrorCode.BAD_REQUEST, JsonDocumentReader.EMPTY)
                : RefusalException.ofFaults(faults);
    }

    private static boolean isOfTheAnswer(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    /** Returns one fault for each violation, sorted by target, because validation itself has no order. */
    static List<Fault> of(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> new Fault(target(violation), rule(violation)))
                .sorted(Comparator.comparing(Fault::target).thenComparing(Fault::rule))
                .toList();
    }

    private static String target(ConstraintViolation<?> violation) {
        WirePath path = new WirePath(violation.getRootBeanClass());
        Path.MethodNode method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = node.as(Path.MethodNode.class);
            } else if (node.getKind() == ElementKind.PARAMETER) {
                Path.ParameterNode parameter = node.as(Path.ParameterNode.class);
                String name = parameterName(violation, method, parameter);
                if (name != null) {
                    return name;
                }
                path = new WirePath(method.getParameterTypes().get(parameter.getParameterIndex()));
            } else {
                path.follow(node);
            }
        }
        if (isScalarOnTheWire(violation.getLeafBean())) {
            // The fault belongs to the value, not to the property of its class that carries the constraint.
            path.up();
        }
        return path.toString();
    }

    /** Returns the name of a parameter that the generated interface declares; null for the body. */
    private static String parameterName(
            ConstraintViolation<?> violation, Path.MethodNode method, Path.ParameterNode parameter) {
        Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
        for (Class<?> api : violation.getRootBeanClass().getInterfaces()) {
            try {
                Method declared = api.getMethod(method.getName(), types);
                return ParameterValues.name(declared.getParameterAnnotations()[parameter.getParameterIndex()]);
            } catch (NoSuchMethodException notDeclaredThere) {
                // Another interface declares it.
            }
        }
        return null;
    }

    private static boolean isScalarOnTheWire(Object bean) {
        return bean != null
                && Arrays.stream(bean.getClass().getMethods())
                        .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static String rule(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof NotNull) {
            return "is required and must not be null";
        }
        if (constraint instanceof Size size) {
            String unit = violation.getInvalidValue() instanceof CharSequence ? "characters" : "entries";
            return size.max() == Integer.MAX_VALUE
                    ? "must have at least %d %s".formatted(size.min(), unit)
                    : size.min() == 0
                            ? "must have at most %d %s".formatted(size.max(), unit)
                            : "must have %d to %d %s".formatted(size.min(), size.max(), unit);
        }
        if (constraint instanceof Pattern pattern && pattern.message().startsWith("{")) {
            return "must match " + pattern.regexp();
        }
        return violation.getMessage();
    }
}
