package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.grpc.graph.InputField.Value;
import dev.perigee.grpc.graph.MessageField.Repeated;
import dev.perigee.grpc.graph.MessageField.Single;
import dev.perigee.grpc.graph.RootField.Result.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lists that come page by page as connections, where the options ask for them. */
final class Pages {
    /** A field of connections, which is in no reply. */
    static final String EDGES = "edges";

    /** A field of connections, which is in no reply. */
    static final String PAGE_INFO = "pageInfo";

    private static final String NODES = "nodes";

    private final GraphOptions options;
    private final TypeNames names;
    private final ObjectTypes objects;
    private final Problems problems;
    private final Map<String, Page> pages = new TreeMap<>();

    Pages(GraphOptions options, TypeNames names, ObjectTypes objects, Problems problems) {
        this.options = options;
        this.names = names;
        this.objects = objects;
        this.problems = problems;
    }

    Collection<Page> all() {
        return pages.values();
    }

    /** The pages that a method gives; null where it gives none, or they are not asked for. */
    @Nullable Page of(MethodDescriptor method) {
        if (!GraphOptions.isIn(options.connections, method.getFullName())) return null;
        String reply = method.getOutputType().getFullName();
        Page known = pages.get(reply);
        PagedMethod paged = PagedMethod.find(method, options);
        Page page = paged == null || known != null ? known : make(method, paged);
        if (page != null) pages.put(reply, page);
        else if (options.connections.contains(method.getFullName())) {
            problems.add(
                    ("%s can't be a connection: that needs page_size and page_token in its request, and in its reply"
                                    + " next_page_token and one repeated message.")
                            .formatted(RootFields.fullName(method)));
        }
        return paged == null ? null : page;
    }

    /** {@code first} for the size and {@code after} for the token, then what else the request takes. */
    InputType arguments(MethodDescriptor method, InputType request) {
        PagedMethod paged = PagedMethod.find(method, options);
        if (paged == null) return request;
        List<InputField> arguments = new ArrayList<>();
        arguments.add(new Value("first", paged.size(), new InputForm.OfScalar(Form.Scalar.INT), false));
        arguments.add(new Value("after", paged.token(), new InputForm.OfScalar(Form.Scalar.STRING), false));
        for (InputField field : request.allFields()) {
            boolean isPaging = field instanceof Value value
                    && (value.descriptor().equals(paged.size())
                            || value.descriptor().equals(paged.token()));
            if (!isPaging) arguments.add(field);
        }
        InputType type = new InputType(request.name(), request.descriptor());
        type.complete(arguments);
        return type;
    }

    String edgeName(Page page) {
        return names.pageOf(page.reply().descriptor()) + "Edge";
    }

    private @Nullable Page make(MethodDescriptor method, PagedMethod paged) {
        MessageType reply = objects.of(method.getOutputType());
        Repeated items = null;
        Single token = null;
        List<MessageField> fields = new ArrayList<>();
        for (MessageField field : reply.allFields()) {
            if (field instanceof Repeated list && list.descriptor().equals(paged.items())) items = list;
            else if (field instanceof Single one && one.descriptor().equals(paged.nextToken())) token = one;
            else fields.add(field);
        }
        if (items == null || token == null) return null;
        fields.addFirst(new Repeated(NODES, items.descriptor(), items.item()));
        MessageType connection = new MessageType(names.pageOf(reply.descriptor()) + "Connection", reply.descriptor());
        connection.complete(fields);
        return new Page(connection, reply, items, token);
    }
}
