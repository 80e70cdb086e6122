package dev.tabellio.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of the house: which module may know which, and where each vendor's library is confined. */
@AnalyzeClasses(packages = "dev.tabellio", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String MODEL = "dev.tabellio.document..";
    private static final String DOCTYPE = "dev.tabellio.doctype..";
    private static final String EXTRACTION = "dev.tabellio.extraction..";
    private static final String RECONCILIATION = "dev.tabellio.reconciliation..";
    private static final String SAMPLES = "dev.tabellio.samples..";
    private static final String JOBS = "dev.tabellio.jobs..";

    @ArchTest
    static final ArchRule modelKnowsNobody = noClasses()
            .that()
            .resideInAnyPackage(MODEL, DOCTYPE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EXTRACTION, RECONCILIATION, SAMPLES, JOBS);

    @ArchTest
    static final ArchRule extractionKnowsOnlyTheModel = noClasses()
            .that()
            .resideInAPackage(EXTRACTION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RECONCILIATION, SAMPLES, JOBS);

    @ArchTest
    static final ArchRule reconciliationKnowsOnlyTheModel = noClasses()
            .that()
            .resideInAPackage(RECONCILIATION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EXTRACTION, SAMPLES, JOBS);

    @ArchTest
    static final ArchRule samplesKnowOnlyTheModel = noClasses()
            .that()
            .resideInAPackage(SAMPLES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EXTRACTION, RECONCILIATION, JOBS);

    @ArchTest
    static final ArchRule onlyCommandsAndEvaluationUseSamples = noClasses()
            .that()
            .resideInAPackage(JOBS)
            .and()
            .resideOutsideOfPackages("dev.tabellio.jobs.cli..", "dev.tabellio.jobs.eval..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SAMPLES);

    @ArchTest
    static final ArchRule springOnlyInJobs = noClasses()
            .that()
            .resideOutsideOfPackage(JOBS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule tesseractOnlyInOcr =
            vendorOnlyIn("dev.tabellio.extraction.ocr..", "net.sourceforge.tess4j..");

    @ArchTest
    static final ArchRule djlOnlyInLayout = vendorOnlyIn("dev.tabellio.extraction.layout..", "ai.djl..");

    @ArchTest
    static final ArchRule feelOnlyInReconciliation = vendorOnlyIn(RECONCILIATION, "org.kie..");

    @ArchTest
    static final ArchRule picocliOnlyInTheCommandLine = vendorOnlyIn("dev.tabellio.jobs.cli..", "picocli..");

    @ArchTest
    static final ArchRule noCyclesBetweenPackages =
            slices().matching("dev.tabellio.(**)").should().beFreeOfCycles();

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        TreeSet<String> unmarked = new TreeSet<>();
        for (JavaClass type : classes) {
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
        JavaClasses classes = new com.tngtech.archunit.core.importer.ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.tabellio");
        List<String> offenders = classes.stream()
                .filter(type -> type.getSimpleName().endsWith(suffix))
                .map(JavaClass::getName)
                .toList();
        assertThat(offenders).isEmpty();
    }

    private static ArchRule vendorOnlyIn(String home, String vendor) {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are ours outside of " + home,
                        type -> !com.tngtech.archunit.core.domain.PackageMatcher.of(home)
                                .matches(type.getPackageName())))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(vendor)
                .allowEmptyShould(true);
    }
}
