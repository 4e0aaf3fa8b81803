package io.musemeter.scorer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.musemeter.scorer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] METRICS = {
        "..scorer.metric..",
        "..scorer.likelihood..",
        "..scorer.lexical..",
        "..scorer.semantic..",
        "..scorer.cohesion..",
        "..scorer.judge..",
        "..scorer.reference..",
        "..scorer.sentence.."
    };

    @ArchTest
    static final ArchRule metrics_know_neither_kafka_nor_the_framework = noClasses()
            .that()
            .resideInAnyPackage(METRICS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.quarkus..", "io.smallrye..", "jakarta..", "io.micrometer..");

    @ArchTest
    static final ArchRule metrics_do_not_know_how_they_are_run = noClasses()
            .that()
            .resideInAnyPackage(METRICS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..scorer.pipeline..", "..scorer.service..", "..scorer.exemplars..");

    @ArchTest
    static final ArchRule other_services_are_unknown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.musemeter.generator..",
                    "io.musemeter.aggregator..",
                    "io.musemeter.launcher..",
                    "io.musemeter.statistics..");

    @ArchTest
    static final ArchRule only_the_service_knows_the_framework = noClasses()
            .that()
            .resideOutsideOfPackage("..scorer.service..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..");
}
