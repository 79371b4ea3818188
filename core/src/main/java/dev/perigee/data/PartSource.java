package dev.perigee.data;

import java.util.List;

/**
 * A source whose values hold several fields: a message in bytes, a document. It writes what it has of a response by itself,
 * straight from its values, and lets others stand beside and below. Immutable; shared by all requests.
 *
 * <p>All is asked once, when an operation is planned. What is then made is shared by all requests.
 */
public interface PartSource {
    /**
     * Writes fields from the object that has them. Asked for leaves, and for fields below which nothing is selected but
     * further parts.
     *
     * @param fields all of one place that the source writes
     * @return a writer of each, in their order
     */
    List<PartWriter> fieldWriters(List<? extends SelectedField> fields);

    /**
     * Writes an object, or one item of a list of them, that is the value of a field. Asked for fields that are loaded, if
     * nothing is selected below but parts of the source.
     */
    PartWriter objectWriter(SelectedField field);

    /**
     * Reads a field from the object that has it, where others have fields below: an object of the source, or a list of
     * them.
     */
    Binding.Getter reader(SelectedField field);
}
