package dev.remoteassistance.server.command;

import dev.remoteassistance.server.session.QueryException;
import dev.remoteassistance.server.session.QueryTexts;
import dev.remoteassistance.server.session.SessionQuery;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for a query of sessions. */
final class QueryOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose sessions")
    private String tenant;

    @Option(
            names = "--filter",
            paramLabel = "FILTER",
            description = "Only these sessions, such as \"Sessionstart ge 2026-11-01 and SessionType eq 'elevation'\". "
                    + "Comparisons: eq ne gt ge lt le; combined by and or not ( ). Default: all")
    private String filter;

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description =
                    "Only sessions with this text in a name, an e-mail address or a device, in any case. Default: all")
    private String search;

    @Option(
            names = "--order-by",
            paramLabel = "COLUMN [desc]",
            split = ",",
            description = "What to sort by, such as \"HelperEmail,Sessionstart desc\". Default: the order of arrival")
    private List<String> orderBy;

    @Option(
            names = "--select",
            paramLabel = "COLUMN",
            split = ",",
            description = "The columns, in this order. Default: all; for a table, the most useful ones")
    private List<String> select;

    @Option(names = "--skip", paramLabel = "N", description = "How many sessions to leave out. Default: 0")
    private Integer skip;

    @ArgGroup
    private Extent extent = new Extent();

    private static final class Extent {

        @Option(
                names = "--top",
                paramLabel = "N",
                description = "Maximum number of sessions to print, up to 1000. Default: 50")
        private Integer top;

        @Option(names = "--all", description = "Print all sessions, a page at a time")
        private boolean isAll;
    }

    boolean isAll() {
        return extent.isAll;
    }

    /**
     * Returns the query.
     *
     * @param byDefault the columns if the user selects none; empty for all
     */
    SessionQuery query(List<String> byDefault) {
        Integer top = extent.isAll ? Integer.valueOf(SessionQuery.MAX_TOP) : extent.top;
        try {
            return new QueryTexts(select == null ? byDefault : select, search, null, orderBy, skip, top, filter)
                    .read(tenant);
        } catch (QueryException e) {
            String option = e.target().replace("orderBy", "order-by").replaceFirst("/.*", "");
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--%s': %s".formatted(option, e.getMessage()));
        }
    }
}
