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
 * Reads each document with a table of property names of its own. Jackson's table is shared by all documents, so that one
 * sender could fill it until others are refused. Without any table, Jackson reads bytes by a decoder that replaces what is
 * not UTF-8, instead of refusing it.
 */
final class SeparateNamesFactory extends JsonFactory {

    private static final long serialVersionUID = 1L;

    SeparateNamesFactory(JsonFactoryBuilder builder) {
        // For text, which needs no decoder, no table is needed either.
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
