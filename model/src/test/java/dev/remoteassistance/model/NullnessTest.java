package dev.remoteassistance.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the classes say what may be null, in the words that compilers and checkers know. */
class NullnessTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                RemoteAssistanceReporting.class,
                ReportRemoteAssistanceRequest.class,
                MainError.class,
                ErrorDetails.class
            })
    void whatIsNotRequiredMayBeNull(Class<?> type) {
        List<Method> accessors = Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(JsonProperty.class))
                .toList();

        assertThat(type).hasAnnotation(NullMarked.class);
        assertThat(accessors)
                .isNotEmpty()
                .allSatisfy(method -> assertThat(valueOf(method).isAnnotationPresent(Nullable.class))
                        .isEqualTo(!method.getAnnotation(JsonProperty.class).required()));
    }

    @Test
    void anUndeclaredPropertyMayBeNullAndTheMapOfAllMayNot() throws NoSuchMethodException {
        AnnotatedType all = RemoteAssistanceReporting.class
                .getMethod("getAdditionalProperties")
                .getAnnotatedReturnType();

        assertThat(all.isAnnotationPresent(Nullable.class)).isFalse();
        assertThat(Stream.of(((AnnotatedParameterizedType) all).getAnnotatedActualTypeArguments())
                        .map(argument -> argument.isAnnotationPresent(Nullable.class)))
                .containsExactly(false, true);
    }

    @Test
    void aMemberOfAnEnumHasAText() throws NoSuchMethodException {
        assertThat(EnrollmentState.class).hasAnnotation(NullMarked.class);
        assertThat(EnrollmentState.class
                        .getMethod("getValue")
                        .getAnnotatedReturnType()
                        .isAnnotationPresent(Nullable.class))
                .isFalse();
    }

    private static AnnotatedType valueOf(Method accessor) {
        return accessor.getParameterCount() == 0
                ? accessor.getAnnotatedReturnType()
                : accessor.getAnnotatedParameterTypes()[0];
    }
}
