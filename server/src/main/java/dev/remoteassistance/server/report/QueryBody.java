package dev.remoteassistance.server.report;

import dev.remoteassistance.model.HistoryQuery;
import dev.remoteassistance.model.MonitorQuery;
import dev.remoteassistance.model.RemoteAssistanceSessionColumn;
import dev.remoteassistance.model.ReportQuery;
import dev.remoteassistance.server.session.QueryTexts;
import java.util.List;

/** What the bodies of questions say about sessions. */
final class QueryBody {

    private QueryBody() {}

    static QueryTexts texts(ReportQuery body) {
        return new QueryTexts(
                labels(body.getSelect()),
                body.getSearch(),
                labels(body.getGroupBy()),
                body.getOrderBy(),
                body.getSkip(),
                body.getTop(),
                body.getFilter());
    }

    static QueryTexts texts(HistoryQuery body) {
        return new QueryTexts(labels(body.getSelect()), null, null, null, body.getSkip(), body.getTop(), null);
    }

    static QueryTexts texts(MonitorQuery body) {
        return new QueryTexts(null, body.getSearch(), null, null, null, null, body.getFilter());
    }

    private static List<String> labels(List<RemoteAssistanceSessionColumn> columns) {
        return columns == null
                ? null
                : columns.stream().map(RemoteAssistanceSessionColumn::getValue).toList();
    }
}
