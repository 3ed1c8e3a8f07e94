package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.difference.Side;
import dev.remoteassistance.contract.spec.ContractDocument;
import io.redskap.swagger.brake.core.BreakChecker;
import io.redskap.swagger.brake.core.BreakingChange;
import io.redskap.swagger.brake.core.CheckerOptions;
import io.redskap.swagger.brake.core.CheckerOptionsProvider;
import io.redskap.swagger.brake.core.CoreConfiguration;
import io.redskap.swagger.brake.core.model.Specification;
import io.redskap.swagger.brake.core.model.transformer.OpenApiTransformer;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Runs the core of swagger-brake, without the parts that download, report and print. */
final class SwaggerBrakeTool implements ComparisonTool {

    private static final String NAME = "swagger-brake";

    private record Meaning(Side side, String aspect) {}

    /** The meaning of the tool's rule codes; R017 names its constraint itself. */
    private static final Map<String, Meaning> RULES = Map.ofEntries(
            Map.entry("R002", new Meaning(Side.REQUEST, "operation")),
            Map.entry("R003", new Meaning(Side.REQUEST, "media type")),
            Map.entry("R004", new Meaning(Side.REQUEST, "parameter")),
            Map.entry("R005", new Meaning(Side.REQUEST, "enum")),
            Map.entry("R006", new Meaning(Side.REQUEST, "parameter")),
            Map.entry("R007", new Meaning(Side.REQUEST, "required")),
            Map.entry("R008", new Meaning(Side.REQUEST, "type")),
            Map.entry("R009", new Meaning(Side.REQUEST, "property")),
            Map.entry("R010", new Meaning(Side.REQUEST, "type")),
            Map.entry("R011", new Meaning(Side.REQUEST, "enum")),
            Map.entry("R012", new Meaning(Side.RESPONSE, "status")),
            Map.entry("R013", new Meaning(Side.RESPONSE, "media type")),
            Map.entry("R014", new Meaning(Side.RESPONSE, "property")),
            Map.entry("R015", new Meaning(Side.RESPONSE, "type")),
            Map.entry("R016", new Meaning(Side.RESPONSE, "enum")));

    private static final JsonMapper MAPPER = new JsonMapper();

    private final OpenApiTransformer transformer;
    private final BreakChecker checker;

    SwaggerBrakeTool() {
        // Closed at once, because it only wires the rules, which do not need it afterwards.
        try (AnnotationConfigApplicationContext wiring =
                new AnnotationConfigApplicationContext(CoreConfiguration.class)) {
            transformer = wiring.getBean(OpenApiTransformer.class);
            checker = wiring.getBean(BreakChecker.class);
            CheckerOptions options = new CheckerOptions();
            options.setDeprecatedApiDeletionAllowed(false);
            wiring.getBean(CheckerOptionsProvider.class).set(options);
        }
    }

    @Override
    public List<ToolFinding> findings(ContractDocument baseline, ContractDocument contract) {
        return checker.check(read(baseline), read(contract)).stream()
                .map(SwaggerBrakeTool::finding)
                .toList();
    }

    private Specification read(ContractDocument document) {
        ObjectNode root = document.copyOfRoot();
        // The tool fails on null in an enum; our own rules notice when null is removed.
        root.findValues("enum").forEach(members -> {
            for (Iterator<JsonNode> member = members.iterator(); member.hasNext(); ) {
                if (member.next().isNull()) {
                    member.remove();
                }
            }
        });
        ParseOptions options = new ParseOptions();
        // Without this the tool misses optional properties.
        options.setResolveFully(true);
        return transformer.transform(new OpenAPIV3Parser()
                .readContents(root.toString(), null, options)
                .getOpenAPI());
    }

    private static ToolFinding finding(BreakingChange change) {
        JsonNode fields = MAPPER.valueToTree(change);
        Meaning meaning = RULES.getOrDefault(
                change.getRuleCode(),
                new Meaning(
                        Side.REQUEST, fields.at("/constraintChange/attribute").asText(change.getRuleCode())));
        String operation =
                fields.path("method").asText() + " " + fields.path("path").asText();
        String status = fields.path("code").asText();
        return new ToolFinding(
                NAME,
                meaning.side() == Side.REQUEST ? Place.request(operation, "") : Place.response(operation, status, ""),
                name(fields),
                Set.of(meaning.aspect()),
                change.getMessage().strip());
    }

    private static String name(JsonNode fields) {
        return Stream.of("attributeName", "attribute", "name", "enumValue")
                .map(fields::path)
                .filter(JsonNode::isTextual)
                .findFirst()
                .map(name -> name.asText().replace('$', '.'))
                .orElse("");
    }
}
