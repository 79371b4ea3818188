package dev.perigee.grpc.pushdown;

import dev.perigee.data.ClientException;
import java.util.List;

/** Reads masks that came from outside. */
final class MaskReader {
    /** As deep as protobuf reads messages. */
    private static final int MOST_LEVELS = 100;

    private MaskReader() {}

    /** Of no paths, everything. */
    static FieldTree read(List<String> paths) {
        if (paths.isEmpty() || paths.contains("*")) return FieldTree.EVERYTHING;
        NodeBudget budget = new NodeBudget();
        TreeNode root = new TreeNode(null);
        for (String path : paths) add(path, root, budget);
        return root.build();
    }

    private static void add(String path, TreeNode root, NodeBudget budget) {
        String[] names = path.split("\\.", -1);
        if (names.length > MOST_LEVELS) throw invalid("has a path of more than " + MOST_LEVELS + " levels.");
        TreeNode node = root;
        for (String name : names) {
            if (name.isEmpty()) throw invalid("has a path with an empty name in it.");
            budget.take();
            node = node.field(name);
        }
        node.whole();
    }

    private static ClientException invalid(String what) {
        return new ClientException("INVALID_ARGUMENT", "The field mask " + what);
    }
}
