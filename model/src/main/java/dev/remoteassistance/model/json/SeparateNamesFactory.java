package dev.remoteassistance.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.ByteSourceJsonBootstrapper;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads each document with its own table of property names. Jackson shares one table among all documents, so that one
 * sender could fill it until others are refused. Without any table, Jackson reads bytes by a decoder that replaces
 * bytes that are not UTF-8, instead of refusing them.
 */
final class SeparateNamesFactory extends JsonFactory {

    private static final long serialVersionUID = 1L;

    SeparateNamesFactory(JsonFactoryBuilder builder) {
        // Text needs no decoder, so it needs no table either.
        super(builder.disable(Feature.CANONICALIZE_FIELD_NAMES));
    }

    private SeparateNamesFactory(SeparateNamesFactory original) {
        super(original, original.getCodec());
    }

    @Override
    protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context) throws IOException {
        return parser(new ByteSourceJsonBootstrapper(context, data, offset, length));
    }

    @Override
    protected JsonParser _createParser(InputStream data, IOContext context) throws IOException {
        return parser(new ByteSourceJsonBootstrapper(context, data));
    }

    private JsonParser parser(ByteSourceJsonBootstrapper bytes) throws IOException {
        return bytes.constructParser(
                _parserFeatures,
                _objectCodec,
                ByteQuadsCanonicalizer.createRoot(),
                _rootCharSymbols,
                _factoryFeatures | Feature.CANONICALIZE_FIELD_NAMES.getMask());
    }

    @Override
    public JsonFactory copy() {
        return new SeparateNamesFactory(this);
    }
}
