package dev.remoteassistance.model.jackson3;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.remoteassistance.model.json.ContractType;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ser.Serializers;

/**
 * Makes any mapper of Jackson 3 read and write the classes of the contract by the JSON policy, whatever the mapper's
 * own settings are. It changes no other type. It cannot change how JSON becomes tokens: the mapper's own factory
 * decides about the limits of a document and about repeated properties.
 *
 * <p>{@code MapperBuilder.findAndAddModules()} finds it on the class path, and so does Spring Boot 4. On the module
 * path it is added by {@code MapperBuilder.addModule}: a module that offers it as a service could not start without
 * Jackson 3.
 */
@SuppressWarnings("exports") // Whoever uses it has Jackson 3.
public final class JsonPolicyModule extends JacksonModule {

    /** Makes the module; for service loaders and frameworks. */
    public JsonPolicyModule() {}

    @Override
    public String getModuleName() {
        return getClass().getName();
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public ValueDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
                return isOfTheContract(type.getRawClass()) ? new PolicyDeserializer(type) : null;
            }

            @Override
            public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
                return isOfTheContract(type);
            }
        });
        context.addSerializers(new Serializers.Base() {
            @Override
            public ValueSerializer<?> findSerializer(
                    SerializationConfig config,
                    JavaType type,
                    BeanDescription.Supplier description,
                    JsonFormat.Value format) {
                return isOfTheContract(type.getRawClass()) ? new PolicySerializer(type) : null;
            }
        });
    }

    private static boolean isOfTheContract(Class<?> type) {
        return type.isAnnotationPresent(ContractType.class);
    }
}
