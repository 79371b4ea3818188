package dev.perigee.grpc.idl;

import static java.util.Map.entry;

import build.buf.validate.ValidateProto;
import com.google.api.AnnotationsProto;
import com.google.api.ClientProto;
import com.google.api.FieldBehaviorProto;
import com.google.api.FieldInfoProto;
import com.google.api.HttpBodyProto;
import com.google.api.HttpProto;
import com.google.api.LaunchStageProto;
import com.google.api.PolicyProto;
import com.google.api.ResourceProto;
import com.google.api.RoutingProto;
import com.google.api.VisibilityProto;
import com.google.cloud.ExtendedOperationsProto;
import com.google.longrunning.OperationsProto;
import com.google.protobuf.AnyProto;
import com.google.protobuf.ApiProto;
import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.EmptyProto;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.FieldMaskProto;
import com.google.protobuf.JavaFeaturesProto;
import com.google.protobuf.SourceContextProto;
import com.google.protobuf.StructProto;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.TypeProto;
import com.google.protobuf.WrappersProto;
import com.google.rpc.CodeProto;
import com.google.rpc.ErrorDetailsProto;
import com.google.rpc.StatusProto;
import com.google.type.CalendarPeriodProto;
import com.google.type.ColorProto;
import com.google.type.DateProto;
import com.google.type.DateTimeProto;
import com.google.type.DayOfWeekProto;
import com.google.type.DecimalProto;
import com.google.type.ExprProto;
import com.google.type.FractionProto;
import com.google.type.IntervalProto;
import com.google.type.LatLngProto;
import com.google.type.LocalizedTextProto;
import com.google.type.MoneyProto;
import com.google.type.MonthProto;
import com.google.type.PhoneNumberProto;
import com.google.type.PostalAddressProto;
import com.google.type.QuaternionProto;
import com.google.type.TimeOfDayProto;
import dev.perigee.grpc.options.OptionsProto;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Files that many IDLs import, and few carry along. Used where one is missing. The options in them are known in every
 * IDL, as the generated classes that go with them.
 */
final class KnownFiles {
    /** What all options extend: always this one, so that extensions from anywhere can be told to the parser. */
    static final String DESCRIPTOR = "google/protobuf/descriptor.proto";

    private static final Map<String, Supplier<FileDescriptor>> FILES = Map.ofEntries(
            entry("google/protobuf/any.proto", AnyProto::getDescriptor),
            entry("google/protobuf/api.proto", ApiProto::getDescriptor),
            entry("google/protobuf/descriptor.proto", DescriptorProtos::getDescriptor),
            entry("google/protobuf/duration.proto", DurationProto::getDescriptor),
            entry("google/protobuf/empty.proto", EmptyProto::getDescriptor),
            entry("google/protobuf/field_mask.proto", FieldMaskProto::getDescriptor),
            entry("google/protobuf/java_features.proto", JavaFeaturesProto::getDescriptor),
            entry("google/protobuf/source_context.proto", SourceContextProto::getDescriptor),
            entry("google/protobuf/struct.proto", StructProto::getDescriptor),
            entry("google/protobuf/timestamp.proto", TimestampProto::getDescriptor),
            entry("google/protobuf/type.proto", TypeProto::getDescriptor),
            entry("google/protobuf/wrappers.proto", WrappersProto::getDescriptor),
            entry("google/api/annotations.proto", AnnotationsProto::getDescriptor),
            entry("google/api/client.proto", ClientProto::getDescriptor),
            entry("google/api/field_behavior.proto", FieldBehaviorProto::getDescriptor),
            entry("google/api/field_info.proto", FieldInfoProto::getDescriptor),
            entry("google/api/http.proto", HttpProto::getDescriptor),
            entry("google/api/httpbody.proto", HttpBodyProto::getDescriptor),
            entry("google/api/launch_stage.proto", LaunchStageProto::getDescriptor),
            entry("google/api/policy.proto", PolicyProto::getDescriptor),
            entry("google/api/resource.proto", ResourceProto::getDescriptor),
            entry("google/api/routing.proto", RoutingProto::getDescriptor),
            entry("google/api/visibility.proto", VisibilityProto::getDescriptor),
            entry("google/cloud/extended_operations.proto", ExtendedOperationsProto::getDescriptor),
            entry("google/longrunning/operations.proto", OperationsProto::getDescriptor),
            entry("google/rpc/code.proto", CodeProto::getDescriptor),
            entry("google/rpc/error_details.proto", ErrorDetailsProto::getDescriptor),
            entry("google/rpc/status.proto", StatusProto::getDescriptor),
            entry("google/type/calendar_period.proto", CalendarPeriodProto::getDescriptor),
            entry("google/type/color.proto", ColorProto::getDescriptor),
            entry("google/type/date.proto", DateProto::getDescriptor),
            entry("google/type/datetime.proto", DateTimeProto::getDescriptor),
            entry("google/type/dayofweek.proto", DayOfWeekProto::getDescriptor),
            entry("google/type/decimal.proto", DecimalProto::getDescriptor),
            entry("google/type/expr.proto", ExprProto::getDescriptor),
            entry("google/type/fraction.proto", FractionProto::getDescriptor),
            entry("google/type/interval.proto", IntervalProto::getDescriptor),
            entry("google/type/latlng.proto", LatLngProto::getDescriptor),
            entry("google/type/localized_text.proto", LocalizedTextProto::getDescriptor),
            entry("google/type/money.proto", MoneyProto::getDescriptor),
            entry("google/type/month.proto", MonthProto::getDescriptor),
            entry("google/type/phone_number.proto", PhoneNumberProto::getDescriptor),
            entry("google/type/postal_address.proto", PostalAddressProto::getDescriptor),
            entry("google/type/quaternion.proto", QuaternionProto::getDescriptor),
            entry("google/type/timeofday.proto", TimeOfDayProto::getDescriptor),
            entry("buf/validate/validate.proto", ValidateProto::getDescriptor),
            entry("perigee/options.proto", OptionsProto::getDescriptor));

    private static final ExtensionRegistry OPTIONS = newOptions().getUnmodifiable();

    private KnownFiles() {}

    static @Nullable FileDescriptor find(String name) {
        Supplier<FileDescriptor> file = FILES.get(name);
        return file == null ? null : file.get();
    }

    /** The options of {@code google.api}, {@code google.longrunning}, {@code buf.validate} and {@code perigee}. Not to be added to. */
    static ExtensionRegistry options() {
        return OPTIONS;
    }

    static ExtensionRegistry newOptions() {
        ExtensionRegistry registry = ExtensionRegistry.newInstance();
        AnnotationsProto.registerAllExtensions(registry);
        ClientProto.registerAllExtensions(registry);
        FieldBehaviorProto.registerAllExtensions(registry);
        FieldInfoProto.registerAllExtensions(registry);
        PolicyProto.registerAllExtensions(registry);
        ResourceProto.registerAllExtensions(registry);
        RoutingProto.registerAllExtensions(registry);
        VisibilityProto.registerAllExtensions(registry);
        ExtendedOperationsProto.registerAllExtensions(registry);
        OperationsProto.registerAllExtensions(registry);
        ValidateProto.registerAllExtensions(registry);
        OptionsProto.registerAllExtensions(registry);
        return registry;
    }
}
