package dev.remoteassistance.contract.command;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes what the commands consist of. Picocli's own factory looks for Groovy first, which Pact brings and no command line needs. */
final class PlainFactory implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == List.class) {
            return type.cast(new ArrayList<>());
        } else if (type.isInterface()) {
            return CommandLine.defaultFactory().create(type);
        }
        Constructor<K> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
