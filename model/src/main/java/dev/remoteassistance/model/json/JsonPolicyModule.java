package dev.remoteassistance.model.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.ser.Serializers;

/**
 * Makes any mapper of Jackson 2 read and write the classes of the contract by {@link JsonPolicy}, whatever the mapper's
 * own settings are. It changes no other type. It cannot change how JSON becomes tokens: the mapper's own factory
 * decides about the limits of a document and about repeated properties.
 *
 * <p>{@code ObjectMapper.findAndRegisterModules()} finds it, and so does Spring Boot 3. Mappers of {@link
 * JsonPolicy#newMapper()} do not need it.
 */
public final class JsonPolicyModule extends Module {

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
            public JsonDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription description) {
                return isOfTheContract(type) ? new PolicyDeserializer(type) : null;
            }
        });
        context.addSerializers(new Serializers.Base() {
            @Override
            public JsonSerializer<?> findSerializer(
                    SerializationConfig config, JavaType type, BeanDescription description) {
                return isOfTheContract(type) ? new PolicySerializer(type) : null;
            }
        });
    }

    private static boolean isOfTheContract(JavaType type) {
        return type.getRawClass().isAnnotationPresent(ContractType.class);
    }
}
