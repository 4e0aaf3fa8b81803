package io.musemeter.system.docs;

import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.javadoc.description.JavadocDescription;
import com.github.javaparser.javadoc.description.JavadocInlineTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of docs/configuration.md, made from the {@code @ConfigMapping} interfaces of one module. */
final class ConfigurationPage {
    private final Map<String, ClassOrInterfaceDeclaration> interfaces = new LinkedHashMap<>();

    private ConfigurationPage() {}

    /** The rows of one module's table, in the order of the declarations. */
    static List<String> rows(Path module) throws IOException {
        StaticJavaParser.getParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
        ConfigurationPage page = new ConfigurationPage();
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(ConfigurationPage::configures)
                    .sorted()
                    .toList()) {
                StaticJavaParser.parse(file).findAll(ClassOrInterfaceDeclaration.class).stream()
                        .filter(ClassOrInterfaceDeclaration::isInterface)
                        .forEach(type -> page.interfaces.put(type.getNameAsString(), type));
            }
        }
        // The service's own interface comes first, those below its prefix after it.
        Map<String, ClassOrInterfaceDeclaration> roots = new TreeMap<>();
        page.interfaces
                .values()
                .forEach(type -> value(type, "ConfigMapping").ifPresent(prefix -> roots.put(prefix, type)));
        return roots.entrySet().stream()
                .flatMap(root -> page.rows(root.getKey(), root.getValue()))
                .toList();
    }

    private static boolean configures(Path file) {
        try {
            String source = Files.readString(file);
            return source.contains("io.smallrye.config.") && source.contains("interface ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> rows(String prefix, ClassOrInterfaceDeclaration type) {
        return type.getMethods().stream()
                .filter(method -> !method.isDefault() && !method.isStatic())
                .flatMap(method -> rows(prefix, method));
    }

    private Stream<String> rows(String prefix, MethodDeclaration method) {
        String key = prefix + "." + value(method, "WithName").orElseGet(() -> kebab(method.getNameAsString()));
        Type type = method.getType();
        if (generic(type, "Map").isPresent()) {
            key += ".NAME";
            type = generic(type, "Map").get().get(1);
        } else if (generic(type, "Optional").isPresent()) {
            type = generic(type, "Optional").get().get(0);
        }
        ClassOrInterfaceDeclaration nested = interfaces.get(type.asString());
        if (nested != null) {
            return rows(key, nested);
        }
        String given =
                value(method, "WithDefault").map(text -> "`" + text + "`").orElse("");
        return Stream.of("| `%s` | %s | %s |".formatted(key, given, description(method)));
    }

    private static Optional<List<Type>> generic(Type type, String name) {
        return type.toClassOrInterfaceType()
                .filter(declared -> declared.getNameAsString().equals(name))
                .flatMap(ClassOrInterfaceType::getTypeArguments)
                .map(List::copyOf);
    }

    private static String description(MethodDeclaration method) {
        JavadocDescription description = method.getJavadoc()
                .orElseThrow(() -> new IllegalStateException(method.getNameAsString() + " has no Javadoc"))
                .getDescription();
        return description.getElements().stream()
                .map(element -> element instanceof JavadocInlineTag tag
                        ? "`" + tag.getContent().strip() + "`"
                        : element.toText())
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static Optional<String> value(NodeWithAnnotations<?> node, String annotation) {
        return node.getAnnotationByName(annotation).flatMap(ConfigurationPage::text);
    }

    private static Optional<String> text(AnnotationExpr annotation) {
        if (annotation instanceof SingleMemberAnnotationExpr single) {
            return Optional.of(single.getMemberValue().asStringLiteralExpr().asString());
        }
        if (annotation instanceof NormalAnnotationExpr normal) {
            return normal.getPairs().stream()
                    .filter(pair -> pair.getNameAsString().equals("prefix"))
                    .map(MemberValuePair::getValue)
                    .map(expression -> ((StringLiteralExpr) expression).asString())
                    .findFirst();
        }
        return Optional.empty();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
