package io.musemeter.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.musemeter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule OTHER_SERVICES_ARE_UNKNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.musemeter.scorer..",
                    "io.musemeter.aggregator..",
                    "io.musemeter.launcher..",
                    "io.musemeter.statistics..");

    @ArchTest
    static final ArchRule PROMPTS_AND_PRIVACY_KNOW_NO_KAFKA = noClasses()
            .that()
            .resideInAnyPackage("..generator.prompt..", "..generator.privacy..", "..generator.writer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..");
}
