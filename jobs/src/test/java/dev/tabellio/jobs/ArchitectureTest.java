package dev.tabellio.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of the house: which module may know which, and where each vendor's library is confined. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tabellio");

    private static final String MODEL = "dev.tabellio.document..";
    private static final String DOCTYPE = "dev.tabellio.doctype..";
    private static final String EXTRACTION = "dev.tabellio.extraction..";
    private static final String RECONCILIATION = "dev.tabellio.reconciliation..";
    private static final String SAMPLES = "dev.tabellio.samples..";
    private static final String JOBS = "dev.tabellio.jobs..";

    @Test
    void modelKnowsNobody() {
        noClasses()
                .that()
                .resideInAnyPackage(MODEL, DOCTYPE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EXTRACTION, RECONCILIATION, SAMPLES, JOBS)
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void extractionKnowsOnlyTheModel() {
        noClasses()
                .that()
                .resideInAPackage(EXTRACTION)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RECONCILIATION, SAMPLES, JOBS)
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void reconciliationKnowsOnlyTheModel() {
        noClasses()
                .that()
                .resideInAPackage(RECONCILIATION)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EXTRACTION, SAMPLES, JOBS)
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void samplesKnowOnlyTheModel() {
        noClasses()
                .that()
                .resideInAPackage(SAMPLES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EXTRACTION, RECONCILIATION, JOBS)
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void onlyCommandsAndEvaluationUseSamples() {
        noClasses()
                .that()
                .resideInAPackage(JOBS)
                .and()
                .resideOutsideOfPackages("dev.tabellio.jobs.cli..", "dev.tabellio.jobs.eval..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SAMPLES)
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void springOnlyInJobs() {
        noClasses()
                .that()
                .resideOutsideOfPackage(JOBS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void tesseractOnlyInOcr() {
        vendorOnlyIn("dev.tabellio.extraction.ocr..", "net.sourceforge.tess4j..")
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void inferenceEnginesOnlyInLayout() {
        vendorOnlyIn("dev.tabellio.extraction.layout..", "ai.djl..", "ai.onnxruntime..")
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void langChain4jOnlyInItsAdapters() {
        vendorOnlyIn("dev.tabellio.extraction.llm.langchain4j..", "dev.langchain4j..")
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void luceneOnlyInTheSearchForPassages() {
        vendorOnlyIn("dev.tabellio.extraction.synthesis.model.search..", "org.apache.lucene..")
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void tokenizerOnlyInTheCountOfTokens() {
        vendorOnlyIn("dev.tabellio.extraction.llm.tokens..", "com.knuddels..")
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void feelOnlyInTheRuleLanguage() {
        vendorOnlyIn("dev.tabellio.reconciliation.feel..", "org.kie..")
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void picocliOnlyInTheCommandLine() {
        vendorOnlyIn("dev.tabellio.jobs.cli..", "picocli..")
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void noCyclesBetweenPackages() {
        slices().matching("dev.tabellio.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        TreeSet<String> unmarked = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            JavaPackage home = type.getPackage();
            if (!home.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(home.getName());
            }
        }
        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Impl", "Manager", "Helper", "Util", "Utils", "Dto"})
    void namesSayWhatAThingIs(String suffix) {
        List<String> offenders = CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith(suffix))
                .map(JavaClass::getName)
                .toList();
        assertThat(offenders).isEmpty();
    }

    private static ArchRule vendorOnlyIn(String home, String... vendors) {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are ours outside of " + home,
                        type -> !PackageMatcher.of(home).matches(type.getPackageName())))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(vendors);
    }
}
