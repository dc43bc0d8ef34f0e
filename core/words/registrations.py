"""How each registration of an account is called on pages and in sentences."""

REGISTRATIONS: dict[str, str] = {
    "taxable_individual": "Individual", "taxable_joint": "Joint", "trust_grantor": "Trust",
    "trust_nongrantor": "Irrevocable trust", "utma": "UTMA", "traditional_ira": "IRA", "roth_ira": "Roth IRA",
    "inherited_ira": "Inherited IRA", "sep_ira": "SEP IRA", "simple_ira": "SIMPLE IRA", "401k": "401(k)",
    "403b": "403(b)", "hsa": "HSA", "529": "529 plan", "annuity": "Annuity", "other": "Other",
}  # fmt: skip
