package dev.remoteassistance.contract.ledger;

import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The kinds of cells, each with its label and the search that finds its cells in an operation. */
enum CellKind {
    STATUS("answer", AnswerCells::statuses),
    ANSWER_MEDIA_TYPE("answer's media type", AnswerCells::mediaTypes),
    ANSWER_HEADER("answer's header", AnswerCells::headers),
    ANSWER_PROPERTY("answer's property", AnswerCells::properties),
    ANSWER_ALTERNATIVE("answer's alternative", AnswerCells::alternatives),
    REQUEST_MEDIA_TYPE("request's media type", RequestCells::mediaTypes),
    PARAMETER("parameter", RequestCells::parameters),
    REQUEST_PROPERTY("request's property", RequestCells::properties),
    REQUEST_ALTERNATIVE("request's alternative", RequestCells::alternatives),
    UNDECLARED_PROPERTY("undeclared property", RequestCells::undeclaredProperties),
    PERMISSION("permission", PermissionCells::alternatives);

    private final String label;
    private final BiConsumer<OperationDocument, Collector> search;

    CellKind(String label, BiConsumer<OperationDocument, Collector> search) {
        this.label = label;
        this.search = search;
    }

    /** Collects what a search finds: the cell's name, and which evidence exercises it. */
    interface Collector {
        void add(String name, Predicate<Evidence> exercisedBy);
    }

    /** All cells of an operation. */
    static Stream<Cell> cells(OperationDocument operation) {
        return Stream.of(values()).flatMap(kind -> kind.found(operation));
    }

    /** Returns whether a row belongs to a cell of this kind. */
    boolean isOf(Ledger.Row row) {
        return row.kind().equals(label);
    }

    private Stream<Cell> found(OperationDocument operation) {
        Stream.Builder<Cell> cells = Stream.builder();
        search.accept(operation, (name, exercisedBy) -> cells.add(new Cell(operation, label, name, exercisedBy)));
        return cells.build();
    }
}
